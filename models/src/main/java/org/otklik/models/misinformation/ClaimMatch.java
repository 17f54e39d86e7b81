package org.otklik.models.misinformation;

import java.util.List;

/**
 * A post repeats a claim, or may do so.
 *
 * @param claimId key of the claim
 * @param kind how it repeats it
 * @param score how sure the match is, 0 to 1
 * @param suggestion true when the post is too short, or the likeness too weak, for more than a hint
 *     to a person
 * @param words the words of the post that speak for the match, as written, in their order
 */
public record ClaimMatch(
    String claimId, MatchKind kind, double score, boolean suggestion, List<String> words) {}
