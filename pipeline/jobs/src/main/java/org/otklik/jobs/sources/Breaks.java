package org.otklik.jobs.sources;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The breaks that a source has made in the past weeks.
 *
 * @param newest the breaks, the oldest first; at most one for each hour
 */
public record Breaks(List<Break> newest) {
  static final Breaks NONE = new Breaks(List.of());

  /** So many breaks must be known before one can speak of what is usual. */
  static final int ENOUGH = 10;

  /** What so many of all breaks do not exceed is usual. */
  private static final double USUAL = 0.95;

  Breaks plus(Break added, Duration memory) {
    List<Break> kept = new ArrayList<>(newest);
    kept.removeIf(old -> old.endedAt() < added.endedAt() - memory.toMillis());
    kept.add(added);
    return new Breaks(kept);
  }

  /**
   * The usual break in milliseconds: the 95 % quantile by the nearest rank, that is the ⌈0.95·n⌉-th
   * of n breaks sorted by length; null while fewer than ten are known.
   */
  @Nullable Long usualMillis() {
    if (newest.size() < ENOUGH) {
      return null;
    }
    long[] sorted = newest.stream().mapToLong(Break::wakingMillis).sorted().toArray();
    return sorted[(int) Math.ceil(USUAL * sorted.length) - 1];
  }
}
