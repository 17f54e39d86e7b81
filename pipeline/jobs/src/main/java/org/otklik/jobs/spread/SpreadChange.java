package org.otklik.jobs.spread;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One post joins what spreads, or leaves it because a newer version says something else.
 *
 * @param subject what spreads
 * @param posts +1 or −1
 * @param community the community it was published in; null when it has none
 * @param municipality the municipality it speaks of; null when unknown
 * @param publishedAt when it was published
 * @param postId id of the post
 * @param url where a person can read it
 * @param text its words, masked
 * @param claimId the claim that it repeats; null when it repeats none
 */
public record SpreadChange(
    SpreadSubject subject,
    int posts,
    @Nullable String community,
    @Nullable String municipality,
    Instant publishedAt,
    String postId,
    @Nullable String url,
    String text,
    @Nullable String claimId) {}
