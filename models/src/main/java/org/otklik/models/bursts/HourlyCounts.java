package org.otklik.models.bursts;

import java.util.HashMap;
import java.util.Map;

/**
 * Messages by hour.
 *
 * @param byHour messages by the hour they were published in, counted in hours since 1970; hours
 *     without messages are left out
 */
public record HourlyCounts(Map<Long, Integer> byHour) {
  /** No messages. */
  public static final HourlyCounts NONE = new HourlyCounts(Map.of());

  static final long HOUR_MILLIS = 3_600_000;

  /** The hour of an instant. */
  public static long hour(long millis) {
    return Math.floorDiv(millis, HOUR_MILLIS);
  }

  /** The same with some messages more, or fewer, in an hour. */
  public HourlyCounts plus(long hour, int messages) {
    Map<Long, Integer> sum = new HashMap<>(byHour);
    sum.merge(hour, messages, Integer::sum);
    sum.values().removeIf(count -> count <= 0);
    return new HourlyCounts(sum);
  }

  /** The same without what lies before an hour. */
  public HourlyCounts since(long hour) {
    Map<Long, Integer> kept = new HashMap<>(byHour);
    kept.keySet().removeIf(other -> other < hour);
    return kept.size() == byHour.size() ? this : new HourlyCounts(kept);
  }

  int at(long hour) {
    return byHour.getOrDefault(hour, 0);
  }
}
