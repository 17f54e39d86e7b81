package org.otklik.jobs.bursts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Standing;
import org.otklik.models.bursts.HourlyCounts;

/**
 * What is remembered of one theme in one municipality.
 *
 * @param counts messages by hour
 * @param recent posts of the last hours, by time of publication
 * @param burst the last burst that was told of; null when there was none
 */
public record PlaceHistory(HourlyCounts counts, List<RecentPost> recent, @Nullable Burst burst) {
  static final PlaceHistory EMPTY = new PlaceHistory(HourlyCounts.NONE, List.of(), null);

  PlaceHistory with(String postId, Standing post) {
    List<RecentPost> more = new ArrayList<>(recent);
    more.add(new RecentPost(postId, post.publishedAt(), post.urgency()));
    more.sort(Comparator.comparing(RecentPost::publishedAt).thenComparing(RecentPost::id));
    return new PlaceHistory(counts.plus(hour(post), 1), more, burst);
  }

  PlaceHistory without(String postId, Standing post) {
    List<RecentPost> fewer = new ArrayList<>(recent);
    fewer.removeIf(other -> other.id().equals(postId));
    return new PlaceHistory(counts.plus(hour(post), -1), fewer, burst);
  }

  PlaceHistory withBurst(Burst told) {
    return new PlaceHistory(counts, recent, told);
  }

  /** The same without what is too old to matter. */
  PlaceHistory since(long firstHour, Instant firstRecent) {
    List<RecentPost> kept = new ArrayList<>(recent);
    kept.removeIf(post -> post.publishedAt().isBefore(firstRecent));
    return new PlaceHistory(counts.since(firstHour), kept, burst);
  }

  /** The posts after an instant, until another inclusive. */
  List<RecentPost> between(Instant after, Instant until) {
    return recent.stream()
        .filter(post -> post.publishedAt().isAfter(after) && !post.publishedAt().isAfter(until))
        .toList();
  }

  private static long hour(Standing post) {
    return HourlyCounts.hour(post.publishedAt().toEpochMilli());
  }
}
