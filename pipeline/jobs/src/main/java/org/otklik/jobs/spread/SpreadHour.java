package org.otklik.jobs.spread;

import java.util.Map;

/**
 * The posts of one hour.
 *
 * @param byCommunity posts by community; under the empty name those without a community
 */
public record SpreadHour(Map<String, Integer> byCommunity) {
  static final String NO_COMMUNITY = "";
  static final SpreadHour EMPTY = new SpreadHour(Map.of());

  /** How many posts. */
  public int posts() {
    return byCommunity.values().stream().mapToInt(Integer::intValue).sum();
  }
}
