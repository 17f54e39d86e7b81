package org.otklik.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.DeadLetter;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.jobs.kafka.AlertTopic;

/** The plan of attempts, with a courier and a clock in the test's hands. */
class DeliverAlertsTest {
  private static final Map<String, String> ADDRESSES = Map.of("duty", "address-1", "lead", "other");
  private static FakeCourier courier;

  private KeyedOneInputStreamOperatorTestHarness<String, Notice, Document> harness;

  @BeforeEach
  void start() throws Exception {
    harness = open(ADDRESSES, null);
    setTime(TestAlerts.NOON);
  }

  @AfterEach
  void stop() throws Exception {
    harness.close();
  }

  @Test
  void deliversAtOnceAndKeepsTheAttempt() throws Exception {
    receive(TestAlerts.burst("1"));
    assertThat(courier.sent).hasSize(1);
    assertThat(document().path("state").asText()).isEqualTo("waiting");

    courier.answer(204);
    look();

    assertThat(document().path("state").asText()).isEqualTo("delivered");
    assertThat(document().at("/attempts/0/status").asInt()).isEqualTo(204);
    assertThat(document().path("webhookId").asText()).isEqualTo(courier.sent.get(0).webhookId());
    assertThat(document().has("deliveredAt")).isTrue();
    assertThat(document().has("nextAttemptAt")).isFalse();
  }

  @Test
  void sendsTheEventAsACloudEvent() throws Exception {
    AlertEvent event = TestAlerts.burst("1");
    receive(event);

    assertThat(AlertTopic.fromCloudEvent(courier.sent.get(0).cloudEvent())).isEqualTo(event);
  }

  @Test
  void triesAgainOnScheduleUnderTheSameWebhookId() throws Exception {
    receive(TestAlerts.burst("1"));
    courier.answer(500);
    look();
    assertThat(document().path("nextAttemptAt").asText())
        .isEqualTo(TestAlerts.FIVE_SECONDS_LATER.plusMillis(DeliverAlerts.POLL_MILLIS).toString());
    setTime(TestAlerts.FIVE_SECONDS_LATER);
    assertThat(courier.sent).hasSize(1);

    setTime(TestAlerts.ONE_MINUTE_LATER);

    assertThat(courier.sent).hasSize(2);
    assertThat(courier.sent.get(1).webhookId()).isEqualTo(courier.sent.get(0).webhookId());
    courier.answer(200);
    look();
    assertThat(document().path("attemptCount").asInt()).isEqualTo(2);
    assertThat(document().path("state").asText()).isEqualTo("delivered");
  }

  @Test
  void treatsARedirectAsAFailure() throws Exception {
    receive(TestAlerts.burst("1"));
    courier.answer(301);
    look();

    assertThat(document().path("state").asText()).isEqualTo("waiting");
    assertThat(document().at("/attempts/0/status").asInt()).isEqualTo(301);
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() throws Exception {
    receive(TestAlerts.burst("1"));
    courier.answer(429, "600");
    look();
    setTime(TestAlerts.NOON.plusSeconds(599));
    assertThat(courier.sent).hasSize(1);

    setTime(TestAlerts.NOON.plusSeconds(601));

    assertThat(courier.sent).hasSize(2);
  }

  @Test
  void leavesAReceiverThatAsksForItInPeaceAltogether() throws Exception {
    receive(TestAlerts.burst("1"));
    receive(TestAlerts.burst("2"));
    courier.answer(500);
    courier.answer(503, "60");
    look();
    receive(TestAlerts.burst("3"));
    setTime(TestAlerts.NOON.plusSeconds(59));
    assertThat(courier.sent).hasSize(2);
    assertThat(document().path("nextAttemptAt").asText()).startsWith("2026-03-15T12:01:00");
    assertThat(document().path("attemptCount").asInt()).isEqualTo(1);

    setTime(TestAlerts.NOON.plusSeconds(61));

    assertThat(courier.sent).hasSize(5);
  }

  @Test
  void neverTriesEarlierThanItsScheduleForAReceiver() throws Exception {
    receive(TestAlerts.burst("1"));
    courier.answer(503, "1");
    look();
    setTime(TestAlerts.NOON.plusSeconds(4));
    assertThat(courier.sent).hasSize(1);

    setTime(TestAlerts.ONE_MINUTE_LATER);

    assertThat(courier.sent).hasSize(2);
  }

  @Test
  void becomesADeadLetterWhenTheScheduleIsOver() throws Exception {
    receive(TestAlerts.burst("1"));
    courier.answer(500);
    look();
    setTime(TestAlerts.ONE_MINUTE_LATER);
    courier.fail("no route");
    look();
    setTime(TestAlerts.TWO_HOURS_LATER);
    courier.answer(503);
    look();

    assertThat(document().path("state").asText()).isEqualTo("dead-lettered");
    assertThat(document().path("attemptCount").asInt()).isEqualTo(3);
    assertThat(document().at("/attempts/1/error").asText()).isEqualTo("no route");
    DeadLetter letter = deadLetters().get(0);
    assertThat(letter.stage()).isEqualTo("deliver");
    assertThat(letter.reason()).contains("duty").contains("3 attempts").contains("status 503");
    assertThat(AlertTopic.fromCloudEvent(letter.value())).isEqualTo(TestAlerts.burst("1"));
  }

  @Test
  void disablesAnAddressThatSays410AndSendsNothingMoreThere() throws Exception {
    receive(TestAlerts.burst("1"));
    receive(TestAlerts.burst("2"));
    courier.answer(410);
    courier.answer(500);
    look();
    receive(TestAlerts.burst("3"));
    setTime(TestAlerts.TWO_HOURS_LATER);

    assertThat(courier.sent).hasSize(2);
    assertThat(documents().stream().filter(json -> state(json).equals("disabled"))).hasSize(3);
    assertThat(deadLetters()).hasSize(3);
  }

  @Test
  void disablesNobodyElse() throws Exception {
    receive(TestAlerts.burst("1"));
    courier.answer(410);
    look();
    harness.processElement(
        new StreamRecord<>(new Notice(TestAlerts.burst("1"), "lead", "bursts", 0)));

    assertThat(courier.sent)
        .extracting(FakeCourier.Sent::recipient)
        .containsExactly("duty", "lead");
  }

  @Test
  void enablesAnAddressAgainWhenItWasChanged() throws Exception {
    receive(TestAlerts.burst("1"));
    courier.answer(410);
    look();

    restart(Map.of("duty", "address-2"));
    receive(TestAlerts.burst("2"));

    assertThat(courier.sent).hasSize(1);
  }

  @Test
  void staysDisabledOverARestart() throws Exception {
    receive(TestAlerts.burst("1"));
    courier.answer(410);
    look();

    restart(ADDRESSES);
    receive(TestAlerts.burst("2"));

    assertThat(courier.sent).isEmpty();
    assertThat(document().path("state").asText()).isEqualTo("disabled");
  }

  @Test
  void sendsAgainWhatWasInFlightWhenTheJobFailed() throws Exception {
    receive(TestAlerts.burst("1"));
    String webhookId = courier.sent.get(0).webhookId();

    restart(ADDRESSES);
    look();

    assertThat(courier.sent).extracting(FakeCourier.Sent::webhookId).containsExactly(webhookId);
    courier.answer(200);
    look();
    assertThat(document().path("state").asText()).isEqualTo("delivered");
  }

  @Test
  void leavesAReceiverInPeaceAlsoAfterARestart() throws Exception {
    receive(TestAlerts.burst("1"));
    receive(TestAlerts.burst("2"));
    courier.answer(503, "60");
    look();

    restart(ADDRESSES);
    look();
    setTime(TestAlerts.NOON.plusSeconds(59));
    assertThat(courier.sent).isEmpty();
    setTime(TestAlerts.NOON.plusSeconds(61));

    assertThat(courier.sent).hasSize(2);
  }

  @Test
  void sendsNothingAfterARestartToAnAddressThatHasSaid410() throws Exception {
    receive(TestAlerts.burst("1"));
    receive(TestAlerts.burst("2"));
    courier.answer(410);
    look();

    restart(ADDRESSES);
    look();
    setTime(TestAlerts.ONE_MINUTE_LATER);

    assertThat(courier.sent).isEmpty();
    assertThat(document().path("state").asText()).isEqualTo("disabled");
    assertThat(deadLetters()).hasSize(1);
  }

  @Test
  void goesOnWithAWaitingDeliveryAfterARestart() throws Exception {
    receive(TestAlerts.burst("1"));
    courier.answer(500);
    look();

    restart(ADDRESSES);
    assertThat(courier.sent).isEmpty();
    setTime(TestAlerts.ONE_MINUTE_LATER);

    assertThat(courier.sent).hasSize(1);
    courier.answer(200);
    look();
    assertThat(document().path("attemptCount").asInt()).isEqualTo(2);
  }

  @Test
  void buriesWhatIsForARecipientThatHasNoAddressAnyMore() throws Exception {
    receive(TestAlerts.burst("waiting"));
    courier.answer(500);
    look();
    receive(TestAlerts.burst("in flight"));

    restart(Map.of());
    setTime(TestAlerts.ONE_MINUTE_LATER);
    look();

    assertThat(courier.sent).isEmpty();
    assertThat(deadLetters()).hasSize(2);
    assertThat(deadLetters()).allMatch(letter -> letter.reason().contains("no address"));
  }

  @Test
  void refusesAnEventThatIsTooLarge() throws Exception {
    AlertEvent small = TestAlerts.burst("1");
    AlertEvent large =
        new AlertEvent(
            "1",
            small.kind(),
            small.region(),
            small.time(),
            null,
            null,
            1,
            "ы".repeat(10_000),
            List.of(),
            Map.of(),
            Map.of());
    receive(large);

    assertThat(courier.sent).isEmpty();
    assertThat(document().path("state").asText()).isEqualTo("dead-lettered");
    assertThat(deadLetters().get(0).reason()).contains("bytes");
  }

  @Test
  void writesEachStateUnderAHigherVersion() throws Exception {
    receive(TestAlerts.burst("1"));
    courier.answer(500);
    look();
    setTime(TestAlerts.ONE_MINUTE_LATER);
    courier.answer(200);
    look();

    List<Document> documents = harness.extractOutputValues();
    assertThat(documents).extracting(Document::id).containsOnly(documents.get(0).id());
    assertThat(documents).extracting(Document::version).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void doesNotWaitForOneRecipientToSendToAnother() throws Exception {
    receive(TestAlerts.burst("1"));
    harness.processElement(
        new StreamRecord<>(new Notice(TestAlerts.burst("1"), "lead", "bursts", 0)));
    courier
        .sent
        .get(1)
        .whenDone()
        .accept(org.otklik.jobs.webhook.Answer.of(Instant.EPOCH, 200, null));
    look();

    assertThat(document().path("recipient").asText()).isEqualTo("lead");
    assertThat(document().path("state").asText()).isEqualTo("delivered");
  }

  private void receive(AlertEvent event) throws Exception {
    harness.processElement(new StreamRecord<>(TestAlerts.notice(event)));
  }

  private void setTime(Instant time) throws Exception {
    harness.setProcessingTime(time.toEpochMilli());
  }

  /** Lets the operator look for requests that have ended. */
  private void look() throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + DeliverAlerts.POLL_MILLIS);
  }

  private List<JsonNode> documents() {
    List<JsonNode> documents = new ArrayList<>();
    for (Document document : harness.extractOutputValues()) {
      try {
        documents.add(Json.mapper().readTree(document.body()));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return documents;
  }

  private JsonNode document() {
    List<JsonNode> documents = documents();
    return documents.get(documents.size() - 1);
  }

  private static String state(JsonNode document) {
    return document.path("state").asText();
  }

  private List<DeadLetter> deadLetters() {
    Queue<StreamRecord<DeadLetter>> letters = harness.getSideOutput(DeliverAlerts.DEAD_LETTERS);
    return letters == null
        ? List.of()
        : StreamSupport.stream(letters.spliterator(), false).map(StreamRecord::getValue).toList();
  }

  private void restart(Map<String, String> addresses) throws Exception {
    OperatorSubtaskState state = harness.snapshot(1, 1);
    long time = harness.getProcessingTime();
    harness.close();
    harness = open(addresses, state);
    harness.setProcessingTime(time);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Notice, Document> open(
      Map<String, String> addresses, OperatorSubtaskState state) throws Exception {
    courier = new FakeCourier();
    KeyedOneInputStreamOperatorTestHarness<String, Notice, Document> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(
                new DeliverAlerts(
                    TestAlerts.SCHEDULE,
                    addresses,
                    () -> courier,
                    TestAlerts.document(),
                    Duration.ofDays(30))),
            Notice::recipient,
            Types.STRING);
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }
}
