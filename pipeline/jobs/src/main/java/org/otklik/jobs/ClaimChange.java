package org.otklik.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.otklik.models.misinformation.Claim;

/**
 * The register of claims changes while the jobs run: a claim comes, gets a newer version, or goes.
 *
 * @param id the claim's id
 * @param claim the claim as it is from now on; null when it is withdrawn
 * @param at when the change was written to the topic: of two changes of one claim the later holds
 */
public record ClaimChange(String id, @Nullable Claim claim, Instant at) {}
