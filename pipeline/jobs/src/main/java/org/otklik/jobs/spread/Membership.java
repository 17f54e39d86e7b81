package org.otklik.jobs.spread;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a post counts at present.
 *
 * @param version the post's version that put it there
 * @param narrative id of the post that began its narrative, often itself; null when it is too short
 *     to be compared
 * @param claimId the claim that it repeats; null when it repeats none
 * @param community the community it was published in; null when it has none
 * @param municipality the municipality it speaks of; null when unknown
 * @param publishedAt when it was published
 */
public record Membership(
    long version,
    @Nullable String narrative,
    @Nullable String claimId,
    @Nullable String community,
    @Nullable String municipality,
    Instant publishedAt) {}
