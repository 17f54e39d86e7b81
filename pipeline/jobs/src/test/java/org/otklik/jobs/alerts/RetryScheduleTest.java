package org.otklik.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private static final RetrySchedule JITTERY =
      new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(100)), 0.1, Duration.ofHours(1));

  @Test
  void lengthensADelayByItsJitterAtMost() {
    for (int i = 0; i < 1_000; i++) {
      Instant next = JITTERY.next("msg_" + i, 1, null, TestAlerts.NOON);

      assertThat(next)
          .isBetween(TestAlerts.NOON.plusSeconds(100), TestAlerts.NOON.plusSeconds(110));
    }
    assertThat(JITTERY.next("msg_1", 1, null, TestAlerts.NOON))
        .isNotEqualTo(JITTERY.next("msg_2", 1, null, TestAlerts.NOON));
  }

  @Test
  void neverShortensItsOwnDelayForAReceiver() {
    assertThat(JITTERY.next("msg_1", 1, "1", TestAlerts.NOON))
        .isEqualTo(JITTERY.next("msg_1", 1, null, TestAlerts.NOON));
  }

  @Test
  void honoursAnHttpDate() {
    assertThat(JITTERY.next("msg_1", 1, "Sun, 15 Mar 2026 12:30:00 GMT", TestAlerts.NOON))
        .isEqualTo("2026-03-15T12:30:00Z");
  }

  @Test
  void doesNotWaitForEver() {
    assertThat(JITTERY.next("msg_1", 1, "99999999999999999999", TestAlerts.NOON))
        .isEqualTo("2026-03-15T13:00:00Z");
  }

  @Test
  void ignoresWhatItDoesNotUnderstand() {
    assertThat(JITTERY.next("msg_1", 1, "-5", TestAlerts.NOON))
        .isEqualTo(JITTERY.next("msg_1", 1, null, TestAlerts.NOON));
  }
}
