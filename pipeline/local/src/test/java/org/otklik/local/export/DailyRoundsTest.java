package org.otklik.local.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyRoundsTest {
  private static final ZoneId SAKHALIN = ZoneId.of("Asia/Sakhalin");

  private final List<LocalDate> exported = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-04T10:00:00Z"); // 21:00 on the 4th

  @ParameterizedTest
  @CsvSource({
    // three o'clock on Sakhalin is 16:00 of the day before in Greenwich
    "2026-03-04T15:59:59Z, 2026-03-03",
    "2026-03-04T16:00:00Z, 2026-03-04",
    "2026-03-04T12:59:59Z, 2026-03-03",
    "2026-03-04T13:00:01Z, 2026-03-03"
  })
  void aDayIsDueAtThatTimeOfTheNextDayInTheZone(Instant moment, LocalDate due) {
    assertThat(rounds(0).due(moment)).isEqualTo(due);
  }

  @Test
  void beginsWithTheLastDayThatIsOver() {
    runUntilPause(1, day -> exported.add(day));

    assertThat(exported).containsExactly(LocalDate.parse("2026-03-03"));
    assertThat(said).last().isEqualTo("waiting until 2026-03-05T03:00+11:00");
  }

  @Test
  void catchesUpWithTheDaysThatWereMissed() {
    exported.add(LocalDate.parse("2026-02-27"));

    runUntilPause(2, day -> exported.add(day));

    assertThat(exported)
        .extracting(LocalDate::toString)
        .containsExactly(
            "2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04");
  }

  @Test
  void triesAgainSoonFromTheDayThatFailedAndSaysWhy() {
    exported.add(LocalDate.parse("2026-03-01"));
    boolean[] failed = {false};

    runUntilPause(
        2,
        day -> {
          if (day.getDayOfMonth() == 3 && !failed[0]) {
            failed[0] = true;
            throw new IllegalStateException("job failed", new IOException("the disk is full"));
          }
          exported.add(day);
        });

    assertThat(exported)
        .extracting(LocalDate::toString)
        .containsExactly("2026-03-01", "2026-03-02", "2026-03-03");
    assertThat(said.get(0))
        .isEqualTo("failed, trying again at 2026-03-04T21:10+11:00: the disk is full");
  }

  /** Time passes only in pauses; the last of them is interrupted. */
  private void runUntilPause(int last, DailyRounds.Round round) {
    assertThatThrownBy(
            () ->
                rounds(last)
                    .run(
                        () ->
                            exported.isEmpty()
                                ? Optional.empty()
                                : Optional.of(exported.get(exported.size() - 1)),
                        round))
        .isInstanceOf(InterruptedException.class);
  }

  private DailyRounds rounds(int lastPause) {
    int[] pauses = {0};
    return new DailyRounds(
        SAKHALIN,
        LocalTime.of(3, 0),
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
          }
        },
        moment -> {
          if (++pauses[0] == lastPause) {
            throw new InterruptedException();
          }
          now = moment;
        },
        said::add);
  }
}
