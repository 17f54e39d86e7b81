package org.otklik.local.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyRoundsTest {
  private static final ZoneId SAKHALIN = ZoneId.of("Asia/Sakhalin");

  @ParameterizedTest
  @CsvSource({
    // a Wednesday; a Monday before six; Monday at six; Sunday in Greenwich, Monday on Sakhalin
    "2026-03-04T10:00:00Z, Asia/Sakhalin, 2026-03-08T19:00:00Z",
    "2026-03-08T18:59:59Z, Asia/Sakhalin, 2026-03-08T19:00:00Z",
    "2026-03-08T19:00:00Z, Asia/Sakhalin, 2026-03-15T19:00:00Z",
    "2026-03-08T23:00:00Z, Asia/Sakhalin, 2026-03-15T19:00:00Z",
    // six o'clock stays six o'clock where clocks are put forward
    "2026-03-28T12:00:00Z, Europe/Berlin, 2026-03-30T04:00:00Z",
    "2026-12-31T12:00:00Z, Europe/Moscow, 2027-01-04T03:00:00Z"
  })
  void nextIsMondayAtSixInTheZone(Instant after, ZoneId zone, Instant expected) {
    assertThat(WeeklyRounds.next(after, zone)).isEqualTo(expected);
  }

  @Test
  void goesRoundAtOnceAndThenEveryMonday() {
    List<Instant> rounds = new ArrayList<>();

    runUntilPause(4, rounds::add, new ArrayList<>());

    assertThat(rounds)
        .containsExactly(
            Instant.parse("2026-03-04T10:00:00Z"),
            Instant.parse("2026-03-08T19:00:00Z"),
            Instant.parse("2026-03-15T19:00:00Z"),
            Instant.parse("2026-03-22T19:00:00Z"));
  }

  @Test
  void triesAgainSoonWhatFailedAndSaysWhy() {
    List<Instant> rounds = new ArrayList<>();
    List<String> said = new ArrayList<>();

    runUntilPause(
        2,
        now -> {
          rounds.add(now);
          if (rounds.size() == 1) {
            throw new IOException("Elasticsearch is away");
          }
        },
        said);

    assertThat(rounds).last().isEqualTo(Instant.parse("2026-03-04T10:10:00Z"));
    assertThat(said.get(0)).contains("Elasticsearch is away", "2026-03-04T21:10+11:00");
    assertThat(said.get(1)).contains("2026-03-09T06:00+11:00");
  }

  /** Time passes only in pauses; the last of them is interrupted. */
  private static void runUntilPause(int last, WeeklyRounds.Round round, List<String> said) {
    Hands hands = new Hands(Instant.parse("2026-03-04T10:00:00Z"));
    int[] pauses = {0};
    WeeklyRounds rounds =
        new WeeklyRounds(
            SAKHALIN,
            hands,
            moment -> {
              if (++pauses[0] == last) {
                throw new InterruptedException();
              }
              hands.now = moment;
            },
            said::add);

    assertThatThrownBy(() -> rounds.run(round)).isInstanceOf(InterruptedException.class);
  }

  private static final class Hands extends Clock {
    private Instant now;

    Hands(Instant now) {
      this.now = now;
    }

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
  }
}
