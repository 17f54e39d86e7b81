package org.otklik.jobs.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.TestPosts;

class TellOnceTest {
  private static final Duration OLDEST = Duration.ofDays(3);
  private static final Duration MEMORY = Duration.ofDays(120);

  private KeyedTwoInputStreamOperatorTestHarness<String, AlertEvent, Instant, AlertEvent> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void tellsEachEventOnce() throws Exception {
    strike(TestPosts.NOON);
    find("a", TestPosts.NOON, "ямы");
    find("a", TestPosts.NOON, "с другой темой");
    find("b", TestPosts.NOON, "вода");

    assertThat(told()).containsExactly("a", "b");
    assertThat(harness.extractOutputValues().get(0).summary()).isEqualTo("ямы");
  }

  @Test
  void callsNobodyForAnArchive() throws Exception {
    strike(TestPosts.NOON);
    find("old", TestPosts.NOON.minus(OLDEST).minusMillis(1), "");
    harness.processWatermark1(new Watermark(TestPosts.NOON.minus(OLDEST).toEpochMilli()));
    find("as old", TestPosts.NOON.minus(OLDEST).minusMillis(1), "");
    find("new", TestPosts.NOON.minus(OLDEST), "");

    assertThat(told()).containsExactly("new");
  }

  @Test
  void waitsUntilItKnowsTheTime() throws Exception {
    find("a", TestPosts.NOON, "");
    find("a", TestPosts.NOON, "");
    find("old", TestPosts.NOON.minus(OLDEST), "");
    assertThat(told()).isEmpty();

    strike(TestPosts.ONE_MINUTE_LATER);
    strike(TestPosts.TWO_HOURS_LATER);
    find("a", TestPosts.NOON, "");

    assertThat(told()).containsExactly("a");
  }

  @Test
  void knowsAfterARestartWhatItHasToldAndWhatStillWaits() throws Exception {
    strike(TestPosts.NOON);
    find("a", TestPosts.NOON, "");
    restart();
    find("a", TestPosts.NOON, "");
    find("b", TestPosts.NOON, "");
    assertThat(told()).isEmpty();
    restart();
    strike(TestPosts.ONE_MINUTE_LATER);

    assertThat(told()).containsExactly("b");
  }

  @Test
  void judgesAgeAfterARestartByTheTimeThen() throws Exception {
    strike(TestPosts.NOON);
    restart();
    find("a", TestPosts.NOON, "");
    strike(TestPosts.ONE_MINUTE_LATER.plus(OLDEST));

    assertThat(told()).isEmpty();
  }

  @Test
  void remembersAnEventAsLongAsItIsFoundAgain() throws Exception {
    strike(TestPosts.NOON);
    harness.setStateTtlProcessingTime(0);
    find("a", TestPosts.NOON, "");
    harness.setStateTtlProcessingTime(MEMORY.toMillis() - 1);
    find("a", TestPosts.NOON, "");
    harness.setStateTtlProcessingTime(MEMORY.toMillis() + 1);
    find("a", TestPosts.NOON, "");
    assertThat(told()).hasSize(1);

    harness.setStateTtlProcessingTime(3 * MEMORY.toMillis());
    find("a", TestPosts.NOON, "");

    assertThat(told()).hasSize(2);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, AlertEvent, Instant, AlertEvent>
      harness() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(new TellOnce(OLDEST, MEMORY), List.of(TellOnce.clock())),
        AlertEvent::id,
        null,
        Types.STRING);
  }

  private void restart() throws Exception {
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
  }

  private void strike(Instant time) throws Exception {
    harness.processElement2(time, time.toEpochMilli());
  }

  private void find(String id, Instant time, String summary) throws Exception {
    harness.processElement1(
        new AlertEvent(
            id,
            AlertEvent.URGENT_MESSAGE,
            "sakhalin",
            time,
            null,
            null,
            3,
            summary,
            List.of(),
            Map.of(),
            Map.of()),
        time.toEpochMilli());
  }

  private List<String> told() {
    return harness.extractOutputValues().stream().map(AlertEvent::id).toList();
  }
}
