package org.otklik.jobs.spread;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param againAt the hour in which the claim had first been spread again after its refutation; null
 *     when it has not
 * @param latestPosts ids of the posts that joined last, the newest first
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
    @Nullable Instant againAt,
    List<String> latestPosts,
    long changes) {
  private static final int HOURS_KEPT = 720;
  private static final int LATEST_KEPT = 3;

  public Spread {
    latestPosts =
        latestPosts == null ? List.of() : latestPosts; // null in state of an older release
  }

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
        null,
        List.of(),
        0);
  }

  Spread plus(SpreadChange change, SpreadRules rules, ZoneId zone) {
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
    boolean nowSudden = suddenAt == null && joins && rules.sudden().isIn(hours, hour);
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
        againAt == null && joins ? againAt(claim, hours, rules, zone) : againAt,
        latest(change),
        changes + 1);
  }

  /** A refutation of another day is another refutation. */
  Spread withClaim(@Nullable Claim newClaim, SpreadRules rules, ZoneId zone) {
    boolean sameDay =
        claim != null && newClaim != null && Objects.equals(claim.date(), newClaim.date());
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
        sameDay ? againAt : againAt(newClaim, byHour, rules, zone),
        latestPosts,
        changes + 1);
  }

  /** The hours with posts of the days after the refutation. */
  Map<Instant, SpreadHour> afterRefutation(ZoneId zone) {
    return after(claim, byHour, zone);
  }

  private static @Nullable Instant againAt(
      @Nullable Claim claim, Map<Instant, SpreadHour> byHour, SpreadRules rules, ZoneId zone) {
    return rules.afterRefutation().since(after(claim, byHour, zone));
  }

  private static Map<Instant, SpreadHour> after(
      @Nullable Claim claim, Map<Instant, SpreadHour> byHour, ZoneId zone) {
    if (claim == null || claim.date() == null) {
      return Map.of();
    }
    Instant next = LocalDate.parse(claim.date()).plusDays(1).atStartOfDay(zone).toInstant();
    Map<Instant, SpreadHour> after = new HashMap<>(byHour);
    after.keySet().removeIf(hour -> hour.isBefore(next));
    return after;
  }

  private List<String> latest(SpreadChange change) {
    List<String> latest = new ArrayList<>(latestPosts);
    latest.remove(change.postId());
    if (change.posts() > 0) {
      latest.add(0, change.postId());
    }
    return List.copyOf(latest.subList(0, Math.min(LATEST_KEPT, latest.size())));
  }

  private static Map<String, Integer> sum(Map<String, Integer> before, String key, int posts) {
    Map<String, Integer> now = new HashMap<>(before);
    now.merge(key, posts, Integer::sum);
    now.values().removeIf(count -> count <= 0);
    return now;
  }
}
