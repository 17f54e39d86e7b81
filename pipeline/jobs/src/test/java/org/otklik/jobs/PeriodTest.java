package org.otklik.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final ZoneId SAKHALIN = ZoneId.of("Asia/Sakhalin");

  @Test
  void lastWeekIsTheOneThatIsOverInTheRegion() {
    Instant sundayEveningInGreenwichMondayMorningOnSakhalin = Instant.parse("2026-03-08T19:00:00Z");

    Period week = Period.lastWeek(sundayEveningInGreenwichMondayMorningOnSakhalin, SAKHALIN);

    assertThat(week.from()).isEqualTo("2026-03-02");
    assertThat(week.to()).isEqualTo("2026-03-08");
    assertThat(week.start()).isEqualTo("2026-03-01T13:00:00Z");
    assertThat(week.end()).isEqualTo("2026-03-08T13:00:00Z");
    assertThat(week.isWeek()).isTrue();
    assertThat(week.week()).isEqualTo("2026-W10");
  }

  @Test
  void onSundayTheWeekIsNotOverYet() {
    assertThat(Period.lastWeek(Instant.parse("2026-03-08T12:59:59Z"), SAKHALIN).week())
        .isEqualTo("2026-W09");
  }

  @Test
  void theFirstDaysOfAYearMayBelongToTheLastWeekOfTheOneBefore() {
    Period week =
        new Period(LocalDate.parse("2026-12-28"), LocalDate.parse("2027-01-03"), SAKHALIN);

    assertThat(week.isWeek()).isTrue();
    assertThat(week.week()).isEqualTo("2026-W53");
  }

  @Test
  void sevenDaysFromATuesdayAreNoWeek() {
    assertThat(
            new Period(LocalDate.parse("2026-03-03"), LocalDate.parse("2026-03-09"), SAKHALIN)
                .isWeek())
        .isFalse();
  }

  @Test
  void endsNotBeforeItBegins() {
    assertThatThrownBy(
            () ->
                new Period(LocalDate.parse("2026-03-03"), LocalDate.parse("2026-03-02"), SAKHALIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-03-02");
  }
}
