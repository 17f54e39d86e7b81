package org.otklik.jobs.spread;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What counts as sudden spread: so many posts in so many communities within so many hours.
 *
 * @param posts at least so many posts
 * @param communities in at least so many distinct communities
 * @param hours within so many hours
 */
public record SuddenSpread(int posts, int communities, int hours) implements Serializable {
  /**
   * True when some window that contains this hour holds enough.
   *
   * @param byHour posts by hour
   */
  boolean isIn(Map<Instant, SpreadHour> byHour, Instant hour) {
    for (int later = 0; later < hours; later++) {
      Instant end = hour.plus(later, ChronoUnit.HOURS);
      int count = 0;
      Set<String> distinct = new HashSet<>();
      for (int back = 0; back < hours; back++) {
        for (Map.Entry<String, Integer> entry :
            byHour
                .getOrDefault(end.minus(back, ChronoUnit.HOURS), SpreadHour.EMPTY)
                .byCommunity()
                .entrySet()) {
          count += entry.getValue();
          if (!entry.getKey().equals(SpreadHour.NO_COMMUNITY)) {
            distinct.add(entry.getKey());
          }
        }
      }
      if (count >= posts && distinct.size() >= communities) {
        return true;
      }
    }
    return false;
  }
}
