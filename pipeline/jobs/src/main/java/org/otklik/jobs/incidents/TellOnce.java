package org.otklik.jobs.incidents;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.AlertEvent;

/**
 * Lets each event through once, keyed by its id, and none that is old by the clock: reading an
 * archive, or a topic again from its beginning, calls nobody.
 *
 * <p>Age is judged by the clock's ticks and not by the watermark, which runs along with whatever is
 * read: in an archive every post looks new by it. Until the first tick after a start the time is
 * unknown and events wait; it comes at once.
 */
public final class TellOnce
    extends KeyedBroadcastProcessFunction<String, AlertEvent, Instant, AlertEvent> {
  private static final long serialVersionUID = 1L;

  private final Duration oldest;
  private final Duration memory;
  private transient @Nullable Instant clock;
  private transient ValueState<Boolean> told;
  private transient ValueState<AlertEvent> waiting;

  /**
   * @param oldest nothing is told that began earlier than so long ago
   * @param memory how long it is remembered that an event was told, after it was last found; longer
   *     than {@code oldest}
   */
  public TellOnce(Duration oldest, Duration memory) {
    this.oldest = oldest;
    this.memory = memory;
  }

  /** How the clock reaches every subtask; nothing is kept in it. */
  public static MapStateDescriptor<String, Instant> clock() {
    return new MapStateDescriptor<>("clock", Types.STRING, Types.INSTANT);
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<Boolean> toldEvent = new ValueStateDescriptor<>("told", Types.BOOLEAN);
    toldEvent.enableTimeToLive(StateTtlConfig.newBuilder(memory).build());
    told = getRuntimeContext().getState(toldEvent);
    waiting = getRuntimeContext().getState(waitingEvent());
  }

  private ValueStateDescriptor<AlertEvent> waitingEvent() {
    ValueStateDescriptor<AlertEvent> descriptor =
        new ValueStateDescriptor<>("waiting", TypeInformation.of(AlertEvent.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(memory).build());
    return descriptor;
  }

  @Override
  public void processElement(AlertEvent event, ReadOnlyContext context, Collector<AlertEvent> out)
      throws Exception {
    if (told.value() != null) {
      told.update(true); // renews its time to live
    } else if (clock == null) {
      if (waiting.value() == null) {
        waiting.update(event); // as it was first found, as it is told when the clock is known
      }
    } else if (isNew(event, clock)) {
      told.update(true);
      out.collect(event);
    }
  }

  @Override
  public void processBroadcastElement(Instant tick, Context context, Collector<AlertEvent> out)
      throws Exception {
    boolean first = clock == null;
    clock = tick;
    if (first) {
      context.applyToKeyedState(
          waitingEvent(),
          (unusedId, state) -> {
            AlertEvent event = state.value();
            state.clear();
            if (event != null && told.value() == null && isNew(event, tick)) {
              told.update(true);
              out.collect(event);
            }
          });
    }
  }

  private boolean isNew(AlertEvent event, Instant now) {
    return !event.time().isBefore(now.minus(oldest));
  }
}
