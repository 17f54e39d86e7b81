package org.otklik.jobs.bursts;

import java.time.LocalTime;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.PostMove;
import org.otklik.jobs.Standing;

/**
 * Tells the theme that a post belongs to, and the one it belonged to before, what changes. A post
 * that was published at midnight to the millisecond is left out: sources that know only the day
 * date so, and a day's messages in one minute are no burst.
 */
public final class SplitByTheme implements FlatMapFunction<PostMove, ThemeChange> {
  private static final long serialVersionUID = 1L;

  private final ZoneId zone;

  /**
   * @param zone the region's zone, whose midnight it is
   */
  public SplitByTheme(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public void flatMap(PostMove move, Collector<ThemeChange> out) {
    Standing before = timed(move.before());
    Standing after = timed(move.after());
    boolean isNew = move.before() == null;
    if (before != null && after != null && before.theme().equals(after.theme())) {
      out.collect(new ThemeChange(after.theme(), move.postId(), before, after, isNew));
      return;
    }
    if (before != null) {
      out.collect(new ThemeChange(before.theme(), move.postId(), before, null, isNew));
    }
    if (after != null) {
      out.collect(new ThemeChange(after.theme(), move.postId(), null, after, isNew));
    }
  }

  private @Nullable Standing timed(@Nullable Standing post) {
    return post == null || post.publishedAt().atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT)
        ? null
        : post;
  }
}
