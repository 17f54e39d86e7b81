package org.otklik.jobs.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WakingTimeTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @ParameterizedTest(name = "from {0} to {1} there are {2}")
  @CsvSource({
    "2026-03-16T10:00, 2026-03-16T12:30, PT2H30M",
    "2026-03-16T22:00, 2026-03-17T08:00, PT2H",
    "2026-03-16T23:00, 2026-03-17T07:00, PT0S",
    "2026-03-17T01:00, 2026-03-17T02:00, PT0S",
    "2026-03-17T06:30, 2026-03-17T07:30, PT30M",
    "2026-03-16T12:00, 2026-03-19T12:00, PT48H",
    "2026-03-16T12:00, 2026-03-16T11:00, PT0S"
  })
  void leavesOutTheNightOfTheZone(String from, String to, Duration waking) {
    assertThat(millis(new SourceRules.Night("23:00", "07:00"), from, to))
        .isEqualTo(waking.toMillis());
  }

  @ParameterizedTest(name = "from {0} to {1} there are {2}")
  @CsvSource({
    "2026-03-16T10:00, 2026-03-16T12:00, PT2H",
    "2026-03-16T00:00, 2026-03-17T00:00, PT19H",
    "2026-03-16T02:00, 2026-03-17T03:00, PT19H"
  })
  void takesANightThatBeginsAfterMidnight(String from, String to, Duration waking) {
    assertThat(millis(new SourceRules.Night("01:00", "06:00"), from, to))
        .isEqualTo(waking.toMillis());
  }

  @ParameterizedTest
  @CsvSource({"2026-03-16T10:00, 2026-03-17T10:00, PT24H"})
  void countsEveryHourWhereThereIsNoNight(String from, String to, Duration waking) {
    assertThat(millis(null, from, to)).isEqualTo(waking.toMillis());
  }

  private static long millis(SourceRules.Night night, String from, String to) {
    return new WakingTime(MOSCOW, night).millisBetween(instant(from), instant(to));
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(MOSCOW).toInstant();
  }
}
