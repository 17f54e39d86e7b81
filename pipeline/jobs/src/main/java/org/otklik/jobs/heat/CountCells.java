package org.otklik.jobs.heat;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds up the changes of each heat cell and tells the new content after every one; late changes are
 * no exception.
 */
public final class CountCells extends KeyedProcessFunction<String, CellChange, HeatCell> {
  private static final long serialVersionUID = 1L;

  private final Duration memory;
  private transient ValueState<HeatCell> cell;

  /**
   * @param memory how long a cell is remembered after its last change; a change that comes later is
   *     counted from nothing
   */
  public CountCells(Duration memory) {
    this.memory = memory;
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<HeatCell> descriptor =
        new ValueStateDescriptor<>("heat-cell", TypeInformation.of(HeatCell.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(memory).build());
    cell = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(CellChange change, Context context, Collector<HeatCell> out)
      throws Exception {
    HeatCell before = cell.value();
    HeatCell now = (before == null ? new HeatCell(change.cell(), 0, 0, 0) : before).plus(change);
    cell.update(now);
    out.collect(now);
  }
}
