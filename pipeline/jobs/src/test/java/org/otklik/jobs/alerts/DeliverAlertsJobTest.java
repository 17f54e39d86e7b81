package org.otklik.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.CollectingSink;
import org.otklik.jobs.DeadLetter;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.jobs.Operators;
import org.otklik.jobs.webhook.Endpoint;
import org.otklik.jobs.webhook.Receiver;
import org.otklik.jobs.webhook.WebhookSecret;

/** The whole job with real HTTP receivers, good and bad; a short schedule instead of three days. */
@Timeout(180)
class DeliverAlertsJobTest {
  private static final int EVENTS = 10;
  private static final WebhookSecret SECRET = WebhookSecret.random();
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(1);
  private static final AtomicBoolean FAILED = new AtomicBoolean();
  private static final RetrySchedule SCHEDULE =
      new RetrySchedule(
          List.of(Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(100)),
          0.1,
          Duration.ofSeconds(2));

  @TempDir private static Path folder;

  private final CollectingSink<Document> documents = new CollectingSink<>();
  private final CollectingSink<DeadLetter> deadLetters = new CollectingSink<>();

  @Test
  void deliversOrBuriesEveryEventAndLetsNobodyWaitForAFailingReceiver() throws Exception {
    AtomicInteger hangingWhenHealthyWasDone = new AtomicInteger();
    Set<String> known = ConcurrentHashMap.newKeySet();
    try (Receiver hanging = Receiver.hanging();
        Receiver healthy =
            new Receiver(
                (exchange, number) -> {
                  if (number == EVENTS) {
                    hangingWhenHealthyWasDone.set(hanging.received().size());
                  }
                  exchange.sendResponseHeaders(204, -1);
                });
        Receiver failing = Receiver.answering(500);
        Receiver redirecting = Receiver.answering(301, "Location", healthy.address().toString());
        Receiver gone = Receiver.answering(410);
        Receiver slow = Receiver.slow();
        Receiver busy =
            new Receiver(
                (exchange, number) -> {
                  exchange.getResponseHeaders().set("Retry-After", "1");
                  exchange.sendResponseHeaders(isNew(known, exchange) ? 429 : 204, -1);
                })) {
      Map<String, URI> receivers = new LinkedHashMap<>();
      receivers.put("hanging", hanging.address());
      receivers.put("refusing", nobody());
      receivers.put("failing", failing.address());
      receivers.put("redirecting", redirecting.address());
      receivers.put("gone", gone.address());
      receivers.put("slow", slow.address());
      receivers.put("busy", busy.address());
      receivers.put("healthy", healthy.address());
      JobClient job = start(receivers, EVENTS, null);
      try {
        awaitThat(() -> ended().size() == EVENTS * receivers.size());
      } finally {
        job.cancel().get();
      }

      assertThat(statesBy("recipient"))
          .contains(
              entry("healthy", Map.of("delivered", EVENTS)),
              entry("busy", Map.of("delivered", EVENTS)),
              entry("hanging", Map.of("dead-lettered", EVENTS)),
              entry("refusing", Map.of("dead-lettered", EVENTS)),
              entry("failing", Map.of("dead-lettered", EVENTS)),
              entry("redirecting", Map.of("dead-lettered", EVENTS)),
              entry("slow", Map.of("dead-lettered", EVENTS)),
              entry("gone", Map.of("disabled", EVENTS)));
      assertThat(deadLetters.values()).hasSize(EVENTS * 6);
      assertThat(failing.received()).hasSize(EVENTS * 3);
      // No more than were in flight when the first 410 came, and none a second time.
      assertThat(webhookIds(gone)).hasSize(gone.received().size());
      assertThat(webhookIds(healthy)).hasSize(EVENTS);
      assertThat(healthy.received()).hasSize(EVENTS);
      for (Receiver.Received request : healthy.received()) {
        SECRET.verify(request.body(), request.headers());
      }
      // Would the healthy wait for the hanging, their requests would come side by side.
      assertThat(hangingWhenHealthyWasDone.get()).isLessThan(EVENTS);
    }
  }

  @Test
  void deliversLaterUnderTheSameWebhookIdWhenTheReceiverWasDown() throws Exception {
    try (Receiver receiver =
        new Receiver(
            (exchange, number) -> exchange.sendResponseHeaders(number <= 2 ? 503 : 204, -1))) {
      JobClient job = start(Map.of("duty", receiver.address()), 1, null);
      try {
        awaitThat(() -> ended().size() == 1);
      } finally {
        job.cancel().get();
      }

      assertThat(receiver.received()).hasSize(3);
      assertThat(webhookIds(receiver)).hasSize(1);
      assertThat(statesBy("recipient")).containsExactly(entry("duty", Map.of("delivered", 1)));
      assertThat(deadLetters.values()).isEmpty();
    }
  }

  @Test
  void losesNothingWhenItIsStoppedWithRequestsInFlightAndStartedAgain() throws Exception {
    CountDownLatch answering = new CountDownLatch(1);
    try (Receiver receiver =
        new Receiver(
            (exchange, number) -> {
              answering.await();
              exchange.sendResponseHeaders(204, -1);
            })) {
      Map<String, URI> receivers = Map.of("duty", receiver.address());
      Duration patient = Duration.ofMinutes(1);
      JobClient first = start(receivers, EVENTS, null, patient);
      String savepoint;
      Set<String> inFlight;
      try {
        awaitThat(() -> latest().size() == EVENTS && !receiver.received().isEmpty());
        inFlight = webhookIds(receiver);
        savepoint =
            first.triggerSavepoint(folder.toUri().toString(), SavepointFormatType.CANONICAL).get();
      } finally {
        first.cancel().get();
      }
      assertThat(ended()).isEmpty();
      answering.countDown();

      JobClient second = start(receivers, EVENTS, savepoint, patient);
      try {
        awaitThat(() -> ended().size() == EVENTS);
      } finally {
        second.cancel().get();
      }

      assertThat(statesBy("recipient")).containsExactly(entry("duty", Map.of("delivered", EVENTS)));
      assertThat(webhookIds(receiver)).hasSize(EVENTS).containsAll(inFlight);
    }
  }

  @Test
  void losesNothingWhenItFailsAndIsRestoredFromACheckpoint() throws Exception {
    FAILED.set(false);
    int events = 80;
    Set<String> known = ConcurrentHashMap.newKeySet();
    try (Receiver receiver =
        new Receiver(
            (exchange, number) -> {
              exchange.sendResponseHeaders(isNew(known, exchange) ? 500 : 204, -1);
            })) {
      JobClient job =
          start(Map.of("duty", receiver.address(), "failing-job", nobody()), events, null);
      try {
        awaitThat(() -> ended().size() == 2 * events);
      } finally {
        job.cancel().get();
      }

      assertThat(FAILED).isTrue();
      assertThat(webhookIds(receiver)).hasSize(events);
      assertThat(deadLetters.values().stream().map(DeadLetter::reason))
          .allMatch(reason -> reason.contains("failing-job"));
      assertThat(statesBy("recipient")).containsEntry("duty", Map.of("delivered", events));
    }
  }

  private JobClient start(Map<String, URI> receivers, int events, String savepoint)
      throws Exception {
    return start(receivers, events, savepoint, REQUEST_TIMEOUT);
  }

  private JobClient start(
      Map<String, URI> receivers, int events, String savepoint, Duration requestTimeout)
      throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration(savepoint));
    environment.setParallelism(2);
    Map<String, Endpoint> endpoints = new HashMap<>();
    receivers.forEach(
        (id, address) ->
            endpoints.put(
                id, new Endpoint(address, SECRET, true, 4, Duration.ofSeconds(5), requestTimeout)));
    Map<String, String> addresses =
        receivers.keySet().stream().collect(Collectors.toMap(id -> id, id -> id));
    AlertRule everybody =
        new AlertRule(
            "all",
            List.of(),
            List.of(),
            List.of(),
            1,
            List.copyOf(receivers.keySet()),
            AlertRule.Throttle.NONE);
    DeliverAlertsJob.define(
        events(environment, events, receivers.containsKey("failing-job")),
        new DeliverAlertsJob.Sinks(documents, deadLetters),
        new DeliverAlertsJob.Settings(
            List.of(everybody),
            Map.of(),
            addresses,
            SCHEDULE,
            () -> new WebhookCourier(endpoints),
            TestAlerts.region()));
    return environment.executeAsync(DeliverAlertsJob.NAME);
  }

  private static Configuration configuration(String savepoint) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    if (savepoint != null) {
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    return configuration;
  }

  /** Each event once, with its place in a checkpoint; then nothing, for ever. */
  private static DataStream<AlertEvent> events(
      StreamExecutionEnvironment environment, int events, boolean failOnce) {
    GeneratorFunction<Long, Long> number = index -> index;
    DataStream<Long> numbers =
        Operators.named(
            "numbers",
            environment
                .fromSource(
                    new DataGeneratorSource<>(
                        number, Long.MAX_VALUE, RateLimiterStrategy.perSecond(200), Types.LONG),
                    WatermarkStrategy.noWatermarks(),
                    "numbers")
                .setParallelism(1));
    return Operators.named(
        "events",
        numbers
            .<AlertEvent>flatMap(
                (index, out) -> {
                  if (failOnce && index == 60 && FAILED.compareAndSet(false, true)) {
                    throw new IllegalStateException("fails once, on purpose");
                  }
                  if (index < events) {
                    out.collect(TestAlerts.burst("event-" + index));
                  }
                })
            .returns(AlertEvent.class)
            .setParallelism(1));
  }

  /** An address at which nobody listens. */
  private static URI nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }
  }

  private static boolean isNew(Set<String> known, HttpExchange exchange) {
    return known.add(exchange.getRequestHeaders().getFirst("webhook-id"));
  }

  private static Set<String> webhookIds(Receiver receiver) {
    return receiver.received().stream()
        .map(Receiver.Received::webhookId)
        .collect(Collectors.toSet());
  }

  /** The newest document of each event and recipient, as the index would hold it. */
  private Map<String, JsonNode> latest() {
    Map<String, Document> newest = new HashMap<>();
    for (Document document : documents.values()) {
      newest.merge(
          document.id(), document, (old, other) -> other.version() >= old.version() ? other : old);
    }
    Map<String, JsonNode> latest = new HashMap<>();
    newest.forEach((id, document) -> latest.put(id, json(document)));
    return latest;
  }

  private Map<String, JsonNode> ended() {
    Map<String, JsonNode> ended = latest();
    ended.values().removeIf(json -> json.path("state").asText().equals("waiting"));
    return ended;
  }

  private Map<String, Map<String, Integer>> statesBy(String field) {
    return latest().values().stream()
        .collect(
            Collectors.groupingBy(
                json -> json.path(field).asText(),
                Collectors.groupingBy(
                    json -> json.path("state").asText(), Collectors.summingInt(json -> 1))));
  }

  private static JsonNode json(Document document) {
    try {
      return Json.mapper().readTree(document.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void awaitThat(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(20_000_000L); // the class's time limit ends it
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted");
      }
    }
  }
}
