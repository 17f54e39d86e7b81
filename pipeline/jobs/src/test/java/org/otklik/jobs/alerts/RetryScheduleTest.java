package org.otklik.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {
  private static final RetrySchedule JITTERY =
      new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(100)), 0.1, Duration.ofHours(1));

  @Test
  void lengthensADelayByItsJitterAtMost() {
    for (int i = 0; i < 1_000; i++) {
      Instant next = JITTERY.next("msg_" + i, 1, TestAlerts.NOON);

      assertThat(next)
          .isBetween(TestAlerts.NOON.plusSeconds(100), TestAlerts.NOON.plusSeconds(110));
    }
    assertThat(JITTERY.next("msg_1", 1, TestAlerts.NOON))
        .isNotEqualTo(JITTERY.next("msg_2", 1, TestAlerts.NOON));
  }

  @Test
  void honoursSeconds() {
    assertThat(JITTERY.pause("600", TestAlerts.NOON)).contains(TestAlerts.NOON.plusSeconds(600));
  }

  @Test
  void honoursAnHttpDate() {
    assertThat(JITTERY.pause("Sun, 15 Mar 2026 12:30:00 GMT", TestAlerts.NOON))
        .contains(Instant.parse("2026-03-15T12:30:00Z"));
  }

  @Test
  void doesNotWaitForEver() {
    assertThat(JITTERY.pause("99999999999999999999", TestAlerts.NOON))
        .contains(Instant.parse("2026-03-15T13:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "soon", "", "Sun, 99 Mar 2026"})
  void ignoresWhatItDoesNotUnderstand(String header) {
    assertThat(JITTERY.pause(header, TestAlerts.NOON)).isEmpty();
  }
}
