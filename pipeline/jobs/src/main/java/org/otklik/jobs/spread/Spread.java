package org.otklik.jobs.spread;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.models.misinformation.Claim;

/**
 * How a claim or a narrative has spread so far.
 *
 * @param subject what spreads
 * @param claim the claim as the register has it; null for narratives and withdrawn claims
 * @param claimId the claim that its first post repeats; null when it repeats none
 * @param firstPost id of the post that was published first
 * @param firstUrl where a person can read it
 * @param example its words, masked
 * @param firstSeen when it was published
 * @param lastSeen when the newest post was published
 * @param posts how many posts
 * @param communities posts by community
 * @param byHour posts by hour and community, the empty name for none; the newest 720 hours with
 *     posts
 * @param municipalities posts by municipality, as far as known
 * @param suddenAt the hour in which the spread was first sudden; null when it never was
 * @param changes how many changes it has seen: the version of its document
 */
public record Spread(
    SpreadSubject subject,
    @Nullable Claim claim,
    @Nullable String claimId,
    String firstPost,
    @Nullable String firstUrl,
    String example,
    Instant firstSeen,
    Instant lastSeen,
    int posts,
    Map<String, Integer> communities,
    Map<Instant, SpreadHour> byHour,
    Map<String, Integer> municipalities,
    @Nullable Instant suddenAt,
    long changes) {
  private static final int HOURS_KEPT = 720;

  static Spread begin(SpreadChange change, @Nullable Claim claim) {
    return new Spread(
        change.subject(),
        claim,
        change.claimId(),
        change.postId(),
        change.url(),
        change.text(),
        change.publishedAt(),
        change.publishedAt(),
        0,
        Map.of(),
        Map.of(),
        Map.of(),
        null,
        0);
  }

  Spread plus(SpreadChange change, SuddenSpread sudden) {
    Instant hour = change.publishedAt().truncatedTo(ChronoUnit.HOURS);
    String community = change.community() == null ? SpreadHour.NO_COMMUNITY : change.community();
    Map<Instant, SpreadHour> hours = new HashMap<>(byHour);
    SpreadHour inHour =
        new SpreadHour(
            sum(
                hours.getOrDefault(hour, SpreadHour.EMPTY).byCommunity(),
                community,
                change.posts()));
    if (inHour.byCommunity().isEmpty()) {
      hours.remove(hour);
    } else {
      hours.put(hour, inHour);
    }
    if (hours.size() > HOURS_KEPT) {
      hours.remove(Collections.min(hours.keySet()));
    }
    boolean joins = change.posts() > 0;
    boolean first = joins && change.publishedAt().isBefore(firstSeen);
    boolean newest = joins && change.publishedAt().isAfter(lastSeen);
    boolean nowSudden = suddenAt == null && joins && sudden.isIn(hours, hour);
    return new Spread(
        subject,
        claim,
        first ? change.claimId() : claimId,
        first ? change.postId() : firstPost,
        first ? change.url() : firstUrl,
        first ? change.text() : example,
        first ? change.publishedAt() : firstSeen,
        newest ? change.publishedAt() : lastSeen,
        posts + change.posts(),
        change.community() == null ? communities : sum(communities, community, change.posts()),
        hours,
        change.municipality() == null
            ? municipalities
            : sum(municipalities, change.municipality(), change.posts()),
        nowSudden ? hour : suddenAt,
        changes + 1);
  }

  Spread withClaim(@Nullable Claim newClaim) {
    return new Spread(
        subject,
        newClaim,
        claimId,
        firstPost,
        firstUrl,
        example,
        firstSeen,
        lastSeen,
        posts,
        communities,
        byHour,
        municipalities,
        suddenAt,
        changes + 1);
  }

  private static Map<String, Integer> sum(Map<String, Integer> before, String key, int posts) {
    Map<String, Integer> now = new HashMap<>(before);
    now.merge(key, posts, Integer::sum);
    now.values().removeIf(count -> count <= 0);
    return now;
  }
}
