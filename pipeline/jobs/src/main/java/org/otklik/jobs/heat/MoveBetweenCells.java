package org.otklik.jobs.heat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.post.PostKind;

/**
 * Puts each post into its heat cell once, keyed by the post's id. A newer version moves it: the old
 * cell loses it, the new one gains it. Copies and older versions change nothing, so the topic may
 * be read again.
 */
public final class MoveBetweenCells extends KeyedProcessFunction<String, AnalyzedPost, CellChange> {
  private static final long serialVersionUID = 1L;

  private final Duration memory;
  private transient ValueState<Contribution> contribution;

  /**
   * @param memory how long it is remembered where a post counts; must be longer than posts are
   *     remembered by {@code drop-duplicates}, or else a late copy would count twice
   */
  public MoveBetweenCells(Duration memory) {
    this.memory = memory;
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<Contribution> descriptor =
        new ValueStateDescriptor<>("contribution", TypeInformation.of(Contribution.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(memory).build());
    contribution = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(AnalyzedPost analyzed, Context context, Collector<CellChange> out)
      throws Exception {
    Contribution before = contribution.value();
    if (before != null && analyzed.post().version() <= before.version()) {
      contribution.update(before); // renews its time to live
      return;
    }
    CellKey now = cell(analyzed);
    CellKey earlier = before == null ? null : before.cell();
    int late = before == null ? 0 : before.late();
    if (now == null || !now.equals(earlier)) {
      if (earlier != null) {
        out.collect(new CellChange(earlier, -1, -late));
      }
      late = now == null ? 0 : late(now, context.timerService().currentWatermark());
      if (now != null) {
        out.collect(new CellChange(now, 1, late));
      }
    }
    contribution.update(new Contribution(now, analyzed.post().version(), late));
  }

  private static @Nullable CellKey cell(AnalyzedPost analyzed) {
    if (analyzed.post().kind() == PostKind.RESPONSE) {
      return null;
    }
    // All zones of Russia differ from UTC by whole hours, so an hour begins at the same instant in
    // each.
    Instant hour = analyzed.post().publishedAt().truncatedTo(ChronoUnit.HOURS);
    return new CellKey(analyzed.analysis().place().municipality(), analyzed.theme(), hour);
  }

  private static int late(CellKey cell, long watermark) {
    return cell.hour().plus(1, ChronoUnit.HOURS).toEpochMilli() <= watermark ? 1 : 0;
  }
}
