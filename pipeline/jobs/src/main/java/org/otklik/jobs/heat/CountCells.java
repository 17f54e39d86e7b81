package org.otklik.jobs.heat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Beginning;

/**
 * Adds up the changes of heat cells, keyed by the series of cells that follow one another, so that
 * a cell and those of the past four weeks that it is compared with lie together. Late changes are
 * no exception.
 *
 * <p>A cell is told at most once in {@link #PAUSE} of processing time, however many messages have
 * come to it; when a cell changes, those up to four weeks later that are compared with it are told
 * again where they exist. The pause decides when a cell is told, never what is told or under which
 * version: that follows from the changes alone.
 *
 * <p>The version is the number of changes of the cell and of the four cells before it, plus the
 * number of weeks known. Each part only grows, and none depends on the order in which changes
 * arrive; so it holds after a restart too.
 */
public final class CountCells
    extends KeyedBroadcastProcessFunction<String, CellChange, Beginning, CellReading> {
  private static final long serialVersionUID = 1L;

  /** Where it is kept since when messages are counted, under {@link #BEGINNING}. */
  public static final MapStateDescriptor<String, Instant> BEGINNINGS =
      new MapStateDescriptor<>("beginnings", Types.STRING, Types.INSTANT);

  private static final String BEGINNING = "beginning";
  private static final int WEEKS = 4;

  /** How long changes are gathered: what searches see is refreshed no more often. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private final ZoneId zone;
  private final Duration memory;
  private transient MapState<Instant, HeatCell> cells;
  private transient MapState<Instant, Boolean> untold;

  /**
   * @param zone the region's zone, whose weeks they are
   * @param memory how long a cell is remembered after its last change; a change that comes later is
   *     counted from nothing
   */
  public CountCells(ZoneId zone, Duration memory) {
    this.zone = zone;
    this.memory = memory;
  }

  @Override
  public void open(OpenContext context) {
    cells = getRuntimeContext().getMapState(cellsDescriptor());
    MapStateDescriptor<Instant, Boolean> descriptor =
        new MapStateDescriptor<>("untold", Types.INSTANT, Types.BOOLEAN);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(memory).build());
    untold = getRuntimeContext().getMapState(descriptor);
  }

  private MapStateDescriptor<Instant, HeatCell> cellsDescriptor() {
    MapStateDescriptor<Instant, HeatCell> descriptor =
        new MapStateDescriptor<>("heat-cells", Types.INSTANT, TypeInformation.of(HeatCell.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(memory).build());
    return descriptor;
  }

  @Override
  public void processElement(CellChange change, ReadOnlyContext context, Collector<CellReading> out)
      throws Exception {
    Instant start = change.cell().start();
    HeatCell before = cells.get(start);
    cells.put(start, (before == null ? HeatCell.empty(change.cell()) : before).plus(change));
    if (untold.isEmpty()) {
      context
          .timerService()
          .registerProcessingTimeTimer(
              context.timerService().currentProcessingTime() + PAUSE.toMillis());
      // A bounded stream ends before the pause is over: then event time does, too.
      context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }
    untold.put(start, true);
    if (isCompared(change.cell())) {
      for (int week = 1; week <= WEEKS; week++) {
        Instant later = weeksLater(start, week);
        if (cells.contains(later)) {
          untold.put(later, true);
        }
      }
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<CellReading> out)
      throws Exception {
    Instant beginning = context.getBroadcastState(BEGINNINGS).get(BEGINNING);
    for (Instant start : untold.keys()) {
      HeatCell cell = cells.get(start);
      if (cell != null) {
        out.collect(reading(cell, cells, beginning));
      }
    }
    untold.clear();
    context.timerService().deleteEventTimeTimer(Long.MAX_VALUE);
  }

  /** An earlier beginning means that more weeks are known of some cells. */
  @Override
  public void processBroadcastElement(Beginning found, Context context, Collector<CellReading> out)
      throws Exception {
    ReadOnlyBroadcastState<String, Instant> known = context.getBroadcastState(BEGINNINGS);
    Instant before = known.get(BEGINNING);
    if (before != null && !found.day().isBefore(before)) {
      return;
    }
    context.getBroadcastState(BEGINNINGS).put(BEGINNING, found.day());
    context.applyToKeyedState(
        cellsDescriptor(),
        (series, state) -> {
          for (Map.Entry<Instant, HeatCell> entry : state.entries()) {
            if (weeksKnown(entry.getValue().cell(), found.day())
                != weeksKnown(entry.getValue().cell(), before)) {
              out.collect(reading(entry.getValue(), state, found.day()));
            }
          }
        });
  }

  private CellReading reading(
      HeatCell cell, MapState<Instant, HeatCell> series, @Nullable Instant beginning)
      throws Exception {
    int weeks = weeksKnown(cell.cell(), beginning);
    long version = cell.changes() + weeks;
    int messages = 0;
    if (isCompared(cell.cell())) {
      for (int week = 1; week <= WEEKS; week++) {
        HeatCell past = series.get(weeksLater(cell.cell().start(), -week));
        if (past != null) {
          version += past.changes();
          messages += week <= weeks ? past.messages() : 0;
        }
      }
    }
    return new CellReading(cell, weeks == 0 ? null : (double) messages / weeks, version);
  }

  private static boolean isCompared(CellKey cell) {
    return !cell.grain().equals(CellKey.HEXAGON);
  }

  /** Whole weeks, four at most, that were counted before a cell. */
  private int weeksKnown(CellKey cell, @Nullable Instant beginning) {
    int weeks = 0;
    while (beginning != null
        && isCompared(cell)
        && weeks < WEEKS
        && !weeksLater(cell.start(), -(weeks + 1)).isBefore(beginning)) {
      weeks++;
    }
    return weeks;
  }

  private Instant weeksLater(Instant start, int weeks) {
    return start.atZone(zone).plusWeeks(weeks).toInstant();
  }
}
