package org.otklik.jobs.heat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Standing;

/**
 * What a heat cell holds now.
 *
 * @param cell which cell
 * @param messages posts, comments and messages of citizens; official replies are not counted
 * @param problems how many of them tell of a problem
 * @param urgent how many can't wait
 * @param review how many a person should look at as possible rumours
 * @param late how many came after the hour was over in event time
 * @param communities messages by the community they were published in; those without one are left
 *     out
 * @param changes how many changes it has seen. The order of changes does not matter to the sums, so
 *     after a restart the same number of changes again means the same content
 */
public record HeatCell(
    CellKey cell,
    int messages,
    int problems,
    int urgent,
    int review,
    int late,
    Map<String, Integer> communities,
    long changes) {

  static HeatCell empty(CellKey cell) {
    return new HeatCell(cell, 0, 0, 0, 0, 0, Map.of(), 0);
  }

  HeatCell plus(CellChange change) {
    HeatCell without = change.leaves() == null ? this : sum(change.leaves(), -1);
    HeatCell with = change.comes() == null ? without : without.sum(change.comes(), 1);
    return new HeatCell(
        cell,
        with.messages,
        with.problems,
        with.urgent,
        with.review,
        with.late,
        with.communities,
        changes + 1);
  }

  private HeatCell sum(Standing post, int sign) {
    return new HeatCell(
        cell,
        messages + sign,
        problems + (post.problem() ? sign : 0),
        urgent + (post.isUrgent() ? sign : 0),
        review + (post.review() ? sign : 0),
        late + (post.late() ? sign : 0),
        sum(communities, post.community(), sign),
        changes);
  }

  /** A count may fall below 0 for a while: a correction may overtake what it corrects. */
  private static Map<String, Integer> sum(
      Map<String, Integer> before, @Nullable String community, int sign) {
    if (community == null) {
      return before;
    }
    Map<String, Integer> now = new HashMap<>(before);
    now.merge(community, sign, Integer::sum);
    now.values().removeIf(count -> count == 0);
    return now;
  }

  /** How many distinct communities. */
  int distinctCommunities() {
    return (int) communities.values().stream().filter(count -> count > 0).count();
  }
}
