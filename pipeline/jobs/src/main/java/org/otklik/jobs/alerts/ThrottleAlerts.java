package org.otklik.jobs.alerts;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.otklik.jobs.Document;

/**
 * Lets at most one notice pass in so many hours, keyed by what it is about and whom it is for; what
 * is held back goes to {@link #THROTTLED}. Hours are those of the events, so that a replayed
 * fortnight is throttled as it would have been. An event that stands twice in the topic passes
 * once.
 */
public final class ThrottleAlerts extends KeyedProcessFunction<String, Notice, Notice> {
  private static final long serialVersionUID = 1L;

  /** Notices that were held back. */
  public static final OutputTag<Document> THROTTLED =
      new OutputTag<>("throttled", TypeInformation.of(Document.class));

  private final Duration memory;
  private final AlertDocument document;
  private transient MapState<String, Boolean> seen;
  private transient ValueState<Long> last;
  private transient Counter throttled;
  private transient Counter repeated;

  /**
   * @param memory how long an event is remembered, longer than any throttle
   * @param document makes the documents
   */
  public ThrottleAlerts(Duration memory, AlertDocument document) {
    this.memory = memory;
    this.document = document;
  }

  @Override
  public void open(OpenContext context) {
    StateTtlConfig ttl = StateTtlConfig.newBuilder(memory).build();
    MapStateDescriptor<String, Boolean> seenEvents =
        new MapStateDescriptor<>("seen-events", Types.STRING, Types.BOOLEAN);
    seenEvents.enableTimeToLive(ttl);
    seen = getRuntimeContext().getMapState(seenEvents);
    ValueStateDescriptor<Long> lastPassed = new ValueStateDescriptor<>("last-passed", Types.LONG);
    lastPassed.enableTimeToLive(ttl);
    last = getRuntimeContext().getState(lastPassed);
    throttled = getRuntimeContext().getMetricGroup().counter("throttled");
    repeated = getRuntimeContext().getMetricGroup().counter("repeated");
  }

  @Override
  public void processElement(Notice notice, Context context, Collector<Notice> out)
      throws Exception {
    if (seen.contains(notice.event().id())) {
      repeated.inc();
      return;
    }
    seen.put(notice.event().id(), true);
    Long before = last.value();
    long time = notice.event().time().toEpochMilli();
    if (before != null && Math.abs(time - before) < notice.silenceMillis()) {
      throttled.inc();
      context.output(THROTTLED, document.throttled(notice));
      return;
    }
    last.update(before == null ? time : Math.max(before, time));
    out.collect(notice);
  }
}
