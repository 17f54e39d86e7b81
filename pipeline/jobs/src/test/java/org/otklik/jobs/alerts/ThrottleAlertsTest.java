package org.otklik.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.AlertEvent;

class ThrottleAlertsTest {
  private static final long SIX_HOURS = Duration.ofHours(6).toMillis();
  private static final long ALWAYS_TOLD = 0;

  private KeyedOneInputStreamOperatorTestHarness<String, Notice, Notice> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(
                new ThrottleAlerts(Duration.ofDays(30), TestAlerts.document())),
            Notice::throttleKey,
            Types.STRING);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void holdsBackTheSecondAlertOfItsKindWithinTheHours() throws Exception {
    receive(TestAlerts.burst("1"), SIX_HOURS);
    receive(TestAlerts.burst("2", TestAlerts.TWO_HOURS_LATER, 2), SIX_HOURS);

    assertThat(passed()).containsExactly("1");
    assertThat(harness.getSideOutput(ThrottleAlerts.THROTTLED)).hasSize(1);
  }

  @Test
  void letsItPassWhenTheHoursAreOver() throws Exception {
    receive(TestAlerts.burst("1"), SIX_HOURS);
    receive(TestAlerts.burst("2", TestAlerts.NOON.plusMillis(SIX_HOURS), 2), SIX_HOURS);

    assertThat(passed()).containsExactly("1", "2");
  }

  @Test
  void doesNotCountWhatWasHeldBack() throws Exception {
    receive(TestAlerts.burst("1"), SIX_HOURS);
    receive(TestAlerts.burst("2", TestAlerts.TWO_HOURS_LATER, 2), SIX_HOURS);
    receive(TestAlerts.burst("3", TestAlerts.NOON.plusMillis(SIX_HOURS), 2), SIX_HOURS);

    assertThat(passed()).containsExactly("1", "3");
  }

  @Test
  void letsPassWhatIsAlwaysTold() throws Exception {
    receive(TestAlerts.burst("1"), SIX_HOURS);
    receive(TestAlerts.burst("2", TestAlerts.ONE_MINUTE_LATER, 3), ALWAYS_TOLD);

    assertThat(passed()).containsExactly("1", "2");
  }

  @Test
  void throttlesEachClaimForItself() throws Exception {
    receive(TestAlerts.spreadingClaim("1", "water"), SIX_HOURS);
    receive(TestAlerts.spreadingClaim("2", "tariffs"), SIX_HOURS);

    assertThat(passed()).containsExactly("1", "2");
  }

  @Test
  void throttlesEachGroupOfNearCopiesForItself() throws Exception {
    receive(TestAlerts.spreading("1", Map.of("narrative", "post a"), null), SIX_HOURS);
    receive(TestAlerts.spreading("2", Map.of("narrative", "post b"), null), SIX_HOURS);

    assertThat(passed()).containsExactly("1", "2");
  }

  @Test
  void throttlesAClaimWhereverItHasSpreadMeanwhile() throws Exception {
    receive(TestAlerts.spreading("1", Map.of("claimId", "water"), "Холмский"), SIX_HOURS);
    receive(TestAlerts.spreading("2", Map.of("claimId", "water"), null), SIX_HOURS);

    assertThat(passed()).containsExactly("1");
  }

  /** Its posts are counted anew after a failure, perhaps in another order. */
  @Test
  void dropsASecondTellingOfAnEventThatNamesNoPlaceAnyMore() throws Exception {
    receive(TestAlerts.spreading("1", Map.of("claimId", "water"), "Холмский"), ALWAYS_TOLD);
    receive(TestAlerts.spreading("1", Map.of("claimId", "water"), null), ALWAYS_TOLD);

    assertThat(passed()).containsExactly("1");
  }

  @Test
  void throttlesEachCommunityForItselfThoughTheyBearOneName() throws Exception {
    receive(TestAlerts.silentCommunity("1", "-101"), SIX_HOURS);
    receive(TestAlerts.silentCommunity("2", "-102"), SIX_HOURS);

    assertThat(passed()).containsExactly("1", "2");
  }

  @Test
  void throttlesEachRecipientForItself() throws Exception {
    receive(TestAlerts.burst("1"), SIX_HOURS);
    harness.processElement(
        new StreamRecord<>(new Notice(TestAlerts.burst("1"), "lead", "bursts", SIX_HOURS)));

    assertThat(passed()).containsExactly("1", "1");
  }

  @Test
  void dropsAnEventThatStandsTwiceInTheTopic() throws Exception {
    receive(TestAlerts.burst("1"), ALWAYS_TOLD);
    receive(TestAlerts.burst("1"), ALWAYS_TOLD);

    assertThat(passed()).containsExactly("1");
    assertThat(harness.getSideOutput(ThrottleAlerts.THROTTLED)).isNull();
  }

  private void receive(AlertEvent event, long silenceMillis) throws Exception {
    harness.processElement(
        new StreamRecord<>(new Notice(event, TestAlerts.DUTY, "bursts", silenceMillis)));
  }

  private java.util.List<String> passed() {
    return harness.extractOutputValues().stream().map(notice -> notice.event().id()).toList();
  }
}
