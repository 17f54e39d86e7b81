package org.otklik.jobs.spread;

import java.io.Serializable;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a claim counts as spread again after its refutation.
 *
 * @param posts at least so many posts
 * @param communities in at least so many distinct communities
 */
public record SpreadAfterRefutation(int posts, int communities) implements Serializable {

  /**
   * The hour in which there were enough; null when there are not.
   *
   * @param byHour posts by hour, those after the refutation only
   */
  @Nullable Instant since(Map<Instant, SpreadHour> byHour) {
    int count = 0;
    Set<String> distinct = new HashSet<>();
    for (Map.Entry<Instant, SpreadHour> hour : new TreeMap<>(byHour).entrySet()) {
      count += hour.getValue().posts();
      distinct.addAll(hour.getValue().byCommunity().keySet());
      distinct.remove(SpreadHour.NO_COMMUNITY);
      if (count >= posts && distinct.size() >= communities) {
        return hour.getKey();
      }
    }
    return null;
  }
}
