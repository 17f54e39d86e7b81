package org.otklik.jobs.heat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.otklik.jobs.Beginning;
import org.otklik.jobs.PostMove;

/**
 * Finds since when the region's messages are counted: the first day with ten of them. One old post
 * that is read again, or a handful of them, does not make a history. Keyed by one constant; each
 * earlier day that is found is told.
 */
public final class FindBeginning extends KeyedProcessFunction<String, PostMove, Beginning> {
  private static final long serialVersionUID = 1L;

  /** Messages that make a day one that was watched; an editor's estimate. */
  static final int ENOUGH = 10;

  private final ZoneId zone;
  private final Duration memory;
  private transient ValueState<Instant> beginning;
  private transient MapState<Instant, Integer> earlier;

  /**
   * @param zone the region's zone, whose days they are
   * @param memory how long it is remembered after the last message
   */
  public FindBeginning(ZoneId zone, Duration memory) {
    this.zone = zone;
    this.memory = memory;
  }

  @Override
  public void open(OpenContext context) {
    StateTtlConfig whileRead =
        StateTtlConfig.newBuilder(memory)
            .setUpdateType(StateTtlConfig.UpdateType.OnReadAndWrite)
            .build();
    ValueStateDescriptor<Instant> first = new ValueStateDescriptor<>("beginning", Types.INSTANT);
    first.enableTimeToLive(whileRead);
    beginning = getRuntimeContext().getState(first);
    MapStateDescriptor<Instant, Integer> days =
        new MapStateDescriptor<>("earlier-days", Types.INSTANT, Types.INT);
    days.enableTimeToLive(StateTtlConfig.newBuilder(memory).build());
    earlier = getRuntimeContext().getMapState(days);
  }

  @Override
  public void processElement(PostMove move, Context context, Collector<Beginning> out)
      throws Exception {
    if (move.before() != null || move.after() == null) {
      return;
    }
    Instant day =
        move.after().publishedAt().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    Instant known = beginning.value();
    if (known != null && !day.isBefore(known)) {
      return;
    }
    Integer before = earlier.get(day);
    int messages = (before == null ? 0 : before) + 1;
    if (messages < ENOUGH) {
      earlier.put(day, messages);
      return;
    }
    beginning.update(day);
    forgetSince(day);
    out.collect(new Beginning(day));
  }

  private void forgetSince(Instant day) throws Exception {
    List<Instant> done = new ArrayList<>();
    for (Instant other : earlier.keys()) {
      if (!other.isBefore(day)) {
        done.add(other);
      }
    }
    for (Instant other : done) {
      earlier.remove(other);
    }
  }
}
