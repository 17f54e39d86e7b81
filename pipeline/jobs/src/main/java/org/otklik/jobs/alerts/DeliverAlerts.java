package org.otklik.jobs.alerts;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.otklik.jobs.DeadLetter;
import org.otklik.jobs.Document;
import org.otklik.jobs.kafka.AlertTopic;
import org.otklik.jobs.kafka.Topics;
import org.otklik.jobs.webhook.Answer;

/**
 * Delivers notices and tries again until they are accepted or the schedule is over, keyed by
 * recipient. Time is processing time on purpose: it is the receivers' patience that counts.
 *
 * <p>Requests run in the {@link Courier}'s threads, so neither the stream nor a checkpoint ever
 * waits for a receiver. All that is known of a delivery lies in state, which only the task's thread
 * touches: while requests of a recipient are in flight a timer looks every {@value #POLL_MILLIS} ms
 * for those that have ended. What was in flight when the job failed is sent again after the
 * restart, under the same webhook id: at least once.
 *
 * <p>Every notice ends delivered, or in {@link #DEAD_LETTERS} with a reason.
 */
public final class DeliverAlerts extends KeyedProcessFunction<String, Notice, Document> {
  private static final long serialVersionUID = 1L;

  /** Notices that were given up. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

  /** The stage of these dead letters. */
  public static final String STAGE = "deliver";

  static final long POLL_MILLIS = 50;

  /** A payload must be smaller; Standard Webhooks recommends so. */
  static final int PAYLOAD_LIMIT_BYTES = 20_000;

  private static final int NOWHERE = -1;
  private static final String NO_ADDRESS = "it has no address any more";

  private final RetrySchedule schedule;
  private final Map<String, String> addresses;
  private final Courier.Factory couriers;
  private final AlertDocument document;
  private final Duration memory;

  private transient MapState<String, Delivery> open;
  private transient MapState<Long, List<String>> due;
  private transient ValueState<String> goneAddress;
  private transient ValueState<Long> pausedUntil;
  private transient Courier courier;
  private transient Map<String, Line> lines;
  private transient Counter delivered;
  private transient Counter retried;
  private transient Counter dead;
  private transient Counter disabled;

  /**
   * @param schedule when attempts are made
   * @param addresses what a recipient's address is known by in state, by the recipient's id: not
   *     the address itself, which may hold a token; recipients without an address are not there
   * @param couriers makes each subtask's courier
   * @param document makes the documents
   * @param memory how long state is kept after its last change, longer than any delay
   */
  public DeliverAlerts(
      RetrySchedule schedule,
      Map<String, String> addresses,
      Courier.Factory couriers,
      AlertDocument document,
      Duration memory) {
    this.schedule = schedule;
    this.addresses = addresses;
    this.couriers = couriers;
    this.document = document;
    this.memory = memory;
  }

  /** The requests of a recipient in this process. */
  private static final class Line {
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private int inFlight;
    private long pollAt;
  }

  private record Outcome(String webhookId, Answer answer) {}

  @Override
  public void open(OpenContext context) {
    StateTtlConfig ttl = StateTtlConfig.newBuilder(memory).build();
    MapStateDescriptor<String, Delivery> deliveries =
        new MapStateDescriptor<>(
            "open-deliveries", Types.STRING, TypeInformation.of(Delivery.class));
    deliveries.enableTimeToLive(ttl);
    open = getRuntimeContext().getMapState(deliveries);
    MapStateDescriptor<Long, List<String>> dueAt =
        new MapStateDescriptor<>("due", Types.LONG, Types.LIST(Types.STRING));
    dueAt.enableTimeToLive(ttl);
    due = getRuntimeContext().getMapState(dueAt);
    ValueStateDescriptor<String> gone = new ValueStateDescriptor<>("gone-address", Types.STRING);
    gone.enableTimeToLive(ttl);
    goneAddress = getRuntimeContext().getState(gone);
    ValueStateDescriptor<Long> paused = new ValueStateDescriptor<>("paused-until", Types.LONG);
    paused.enableTimeToLive(ttl);
    pausedUntil = getRuntimeContext().getState(paused);
    courier = couriers.open();
    lines = new HashMap<>();
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    delivered = metrics.counter("delivered");
    retried = metrics.counter("retried");
    dead = metrics.counter("dead");
    disabled = metrics.counter("disabled");
  }

  @Override
  public void close() throws IOException {
    if (courier != null) {
      courier.close();
    }
  }

  @Override
  public void processElement(Notice notice, Context context, Collector<Document> out)
      throws Exception {
    TimerService timers = context.timerService();
    line(notice.recipient(), context, out);
    Instant now = now(timers);
    String id = notice.webhookId();
    Delivery fresh = new Delivery(notice, List.of(), now, false, 0);
    int bytes = AlertTopic.toCloudEvent(notice.event()).length;
    if (bytes >= PAYLOAD_LIMIT_BYTES) {
      giveUp(fresh, "the event has " + bytes + " bytes, 20,000 are too many", context, out);
      return;
    }
    if (!addresses.containsKey(notice.recipient())) {
      giveUp(fresh, NO_ADDRESS, context, out);
      return;
    }
    if (isDisabled(notice.recipient())) {
      refuse(fresh, context, out);
      return;
    }
    Instant first = afterPause(schedule.next(id, 0, now));
    Delivery waiting = fresh.dueAt(first).changedAt(now.toEpochMilli());
    open.put(id, waiting);
    out.collect(document.of(waiting, AlertDocument.WAITING, now));
    if (first.isAfter(now)) {
      plan(id, first, timers);
    } else {
      begin(waiting, timers);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Document> out)
      throws Exception {
    Line line = line(context.getCurrentKey(), context, out);
    settleEnded(line, context, out);
    beginDue(timestamp, context, out);
    if (timestamp >= line.pollAt) {
      line.pollAt = 0;
    }
    poll(line, context.timerService());
  }

  /**
   * The recipient's requests. With the first touch after a start those that were in flight when the
   * state was saved are begun anew; a timer is among what was saved, so the touch comes.
   */
  private Line line(String recipient, Context context, Collector<Document> out) throws Exception {
    Line line = lines.get(recipient);
    if (line == null) {
      line = new Line();
      lines.put(recipient, line);
      List<Delivery> lost = new ArrayList<>();
      for (Delivery delivery : open.values()) {
        if (delivery.inFlight()) {
          lost.add(delivery);
        }
      }
      for (Delivery delivery : lost) {
        attempt(delivery, context, out);
      }
    }
    return line;
  }

  private void settleEnded(Line line, OnTimerContext context, Collector<Document> out)
      throws Exception {
    for (Outcome outcome = line.outcomes.poll(); outcome != null; outcome = line.outcomes.poll()) {
      line.inFlight--;
      Delivery delivery = open.get(outcome.webhookId());
      if (delivery != null) {
        settle(delivery, outcome.answer(), context, out);
      }
    }
  }

  private void beginDue(long timestamp, OnTimerContext context, Collector<Document> out)
      throws Exception {
    List<String> nowDue = due.get(timestamp);
    if (nowDue == null) {
      return;
    }
    due.remove(timestamp);
    for (String id : nowDue) {
      Delivery delivery = open.get(id);
      if (delivery != null && !delivery.inFlight()) { // else given up meanwhile
        attempt(delivery, context, out);
      }
    }
  }

  /** Begins an attempt, unless the recipient can't be asked any more, or not now. */
  private void attempt(Delivery delivery, Context context, Collector<Document> out)
      throws Exception {
    String recipient = delivery.notice().recipient();
    Instant now = now(context.timerService());
    Instant allowed = afterPause(now);
    if (!addresses.containsKey(recipient)) {
      giveUp(delivery, NO_ADDRESS, context, out);
    } else if (isDisabled(recipient)) {
      refuse(delivery, context, out);
    } else if (allowed.isAfter(now)) {
      postpone(delivery, allowed, context, out);
    } else {
      begin(delivery, context.timerService());
    }
  }

  /** The recipient has asked with {@code Retry-After} for peace, in answer to whatever request. */
  private Instant afterPause(Instant at) throws Exception {
    Long paused = pausedUntil.value();
    return paused != null && paused > at.toEpochMilli() ? Instant.ofEpochMilli(paused) : at;
  }

  private void postpone(Delivery delivery, Instant next, Context context, Collector<Document> out)
      throws Exception {
    Instant now = now(context.timerService());
    Delivery waiting = delivery.dueAt(next).changedAt(now.toEpochMilli());
    open.put(delivery.notice().webhookId(), waiting);
    plan(delivery.notice().webhookId(), next, context.timerService());
    out.collect(document.of(waiting, AlertDocument.WAITING, now));
  }

  private void begin(Delivery delivery, TimerService timers) throws Exception {
    Notice notice = delivery.notice();
    String id = notice.webhookId();
    Line line = lines.get(notice.recipient());
    open.put(id, delivery.begun());
    line.inFlight++;
    courier.send(
        notice.recipient(),
        id,
        AlertTopic.toCloudEvent(notice.event()),
        answer -> line.outcomes.add(new Outcome(id, answer)));
    poll(line, timers);
  }

  /** Makes sure that somebody looks when requests may have ended. */
  private static void poll(Line line, TimerService timers) {
    if (line.inFlight > 0 && line.pollAt == 0) {
      line.pollAt = timers.currentProcessingTime() + POLL_MILLIS;
      timers.registerProcessingTimeTimer(line.pollAt);
    }
  }

  private void plan(String webhookId, Instant at, TimerService timers) throws Exception {
    long millis = at.toEpochMilli();
    List<String> others = due.get(millis);
    List<String> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
    all.add(webhookId);
    due.put(millis, all);
    timers.registerProcessingTimeTimer(millis);
  }

  private void settle(
      Delivery before, Answer answer, OnTimerContext context, Collector<Document> out)
      throws Exception {
    Delivery delivery = before.ended(Attempt.of(answer));
    Instant now = now(context.timerService());
    if (answer.accepted()) {
      delivered.inc();
      finish(delivery, AlertDocument.DELIVERED, now, out);
      return;
    }
    String recipient = delivery.notice().recipient();
    if (answer.gone()) {
      goneAddress.update(addresses.get(recipient));
      open.put(delivery.notice().webhookId(), delivery);
      refuseAllWaiting(context, out);
      return;
    }
    Optional<Instant> pause = schedule.pause(answer.retryAfter(), now);
    if (pause.isPresent()) {
      pausedUntil.update(afterPause(pause.get()).toEpochMilli());
    }
    int made = delivery.attempts().size();
    if (isDisabled(recipient)) {
      refuse(delivery, context, out);
    } else if (made >= schedule.attempts()) {
      giveUp(delivery, made + " attempts failed", context, out);
    } else {
      retried.inc();
      Instant next = afterPause(schedule.next(delivery.notice().webhookId(), made, now));
      postpone(delivery, next.isAfter(now) ? next : now.plusMillis(1), context, out);
    }
  }

  private boolean isDisabled(String recipient) throws Exception {
    String gone = goneAddress.value();
    if (gone == null) {
      return false;
    }
    if (gone.equals(addresses.get(recipient))) {
      goneAddress.update(gone); // remembered as long as it matters
      return true;
    }
    goneAddress.clear(); // the address was changed: another chance
    return false;
  }

  private void refuseAllWaiting(Context context, Collector<Document> out) throws Exception {
    List<Delivery> waiting = new ArrayList<>();
    for (Delivery delivery : open.values()) {
      if (!delivery.inFlight()) {
        waiting.add(delivery);
      }
    }
    for (Delivery delivery : waiting) {
      refuse(delivery, context, out);
    }
  }

  private void refuse(Delivery delivery, Context context, Collector<Document> out)
      throws Exception {
    disabled.inc();
    bury(delivery, "its address has said 410: it wants no alerts any more", context);
    finish(delivery, AlertDocument.DISABLED, now(context.timerService()), out);
  }

  private void giveUp(Delivery delivery, String reason, Context context, Collector<Document> out)
      throws Exception {
    dead.inc();
    bury(delivery, reason, context);
    finish(delivery, AlertDocument.DEAD_LETTERED, now(context.timerService()), out);
  }

  private static void bury(Delivery delivery, String reason, Context context) {
    Notice notice = delivery.notice();
    List<Attempt> attempts = delivery.attempts();
    String last =
        attempts.isEmpty() ? "" : ", the last: " + attempts.get(attempts.size() - 1).outcome();
    context.output(
        DEAD_LETTERS,
        new DeadLetter(
            Topics.ALERTS,
            NOWHERE,
            NOWHERE,
            STAGE,
            "recipient " + notice.recipient() + ", " + notice.webhookId() + ": " + reason + last,
            null,
            AlertTopic.toCloudEvent(notice.event())));
  }

  private void finish(Delivery delivery, String state, Instant now, Collector<Document> out)
      throws Exception {
    open.remove(delivery.notice().webhookId());
    out.collect(document.of(delivery.changedAt(now.toEpochMilli()), state, now));
  }

  private static Instant now(TimerService timers) {
    return Instant.ofEpochMilli(timers.currentProcessingTime());
  }
}
