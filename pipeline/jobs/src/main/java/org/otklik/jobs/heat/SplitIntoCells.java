package org.otklik.jobs.heat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.PostMove;
import org.otklik.jobs.Standing;

/** Tells every cell that a post counts in, or counted in before, what changes for it. */
public final class SplitIntoCells implements FlatMapFunction<PostMove, CellChange> {
  private static final long serialVersionUID = 1L;

  private final ZoneId zone;

  /**
   * @param zone the region's zone, whose days they are
   */
  public SplitIntoCells(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public void flatMap(PostMove move, Collector<CellChange> out) {
    List<CellKey> left = cells(move.before());
    List<CellKey> entered = cells(move.after());
    Set<CellKey> touched = new LinkedHashSet<>(left);
    touched.addAll(entered);
    for (CellKey cell : touched) {
      out.collect(
          new CellChange(
              cell,
              left.contains(cell) ? move.before() : null,
              entered.contains(cell) ? move.after() : null));
    }
  }

  private List<CellKey> cells(@Nullable Standing post) {
    if (post == null) {
      return List.of();
    }
    Instant day = post.publishedAt().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    Instant hour = MoveBetweenCells.hour(post.publishedAt());
    return Stream.concat(
            Stream.of(
                new CellKey(CellKey.HOUR, post.municipality(), post.theme(), hour),
                new CellKey(CellKey.DAY, post.municipality(), post.theme(), day)),
            Stream.ofNullable(post.coarseCell())
                .flatMap(coarse -> Stream.of(coarse, post.fineCell()))
                .map(hexagon -> new CellKey(CellKey.HEXAGON, hexagon, post.theme(), day)))
        .toList();
  }
}
