package org.otklik.models.bursts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThemeHistoryTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Sakhalin");
  private static final Instant MONDAY = Instant.parse("2026-03-01T13:00:00Z");
  private static final BurstPrior PRIOR = new BurstPrior(1, 5, 1, 2, 0.4, 0.03);
  private static final int PLACES = 19;

  @Test
  void expectsLittleWhereNothingHasEverCome() {
    assertThat(expected(history(Map.of(), 2), "Холмский", 14, 2).mean()).isLessThan(0.01);
  }

  @Test
  void lendsAQuietPlaceTheThemesRateOfTheRegion() {
    Map<String, HourlyCounts> busy = Map.of("Корсаковский", daily(4, 9, 21));

    assertThat(expected(history(busy, 4), "Холмский", 14, 2).mean())
        .isGreaterThan(expected(history(Map.of(), 4), "Холмский", 14, 2).mean());
  }

  @Test
  void comesToThePlacesOwnMean() {
    Map<String, HourlyCounts> own = Map.of("Холмский", daily(4, 9, 21));

    assertThat(expected(history(own, 4), "Холмский", 14, 2).mean()).isBetween(1.6, 2.2);
  }

  @Test
  void knowsNightFromDay() {
    ThemeHistory history = history(Map.of("Холмский", daily(4, 9, 21)), 4);

    assertThat(expected(history, "Холмский", 2, 2).mean())
        .isLessThan(expected(history, "Холмский", 14, 2).mean() / 4);
  }

  @Test
  void isLessSureAfterOneWeekThanAfterFour() {
    assertThat(expected(history(Map.of("Холмский", daily(1, 0, 24)), 1), "Холмский", 14, 2).size())
        .isLessThan(
            expected(history(Map.of("Холмский", daily(4, 0, 24)), 4), "Холмский", 14, 2).size());
  }

  @Test
  void countsAPartOfAnHourInPart() {
    ThemeHistory history = history(Map.of("Холмский", daily(4, 0, 24)), 4);
    long from = MONDAY.plus(Duration.ofDays(28)).plus(Duration.ofHours(14)).toEpochMilli();
    double whole = history.expected("Холмский", from, from + 3_600_000).mean();

    assertThat(history.expected("Холмский", from, from + 1_800_000).mean())
        .isBetween(whole * 0.45, whole * 0.55);
  }

  @Test
  void remembersTheMostOfTheSameHours() {
    HourlyCounts counts = HourlyCounts.NONE.plus(hour(7 * 24 + 14), 8).plus(hour(14 * 24 + 14), 5);
    ThemeHistory history = history(Map.of("Холмский", counts), 4);
    long from = MONDAY.plus(Duration.ofDays(28)).plus(Duration.ofHours(14)).toEpochMilli();

    assertThat(history.mostInSameHours("Холмский", from, from + 3_600_000)).isEqualTo(8);
    assertThat(history.mostInSameHours("Корсаковский", from, from + 3_600_000)).isZero();
  }

  /** One message an hour from one hour of each day until before another. */
  private static HourlyCounts daily(int weeks, int from, int to) {
    Map<Long, Integer> byHour = new HashMap<>();
    for (int day = 0; day < 7 * weeks; day++) {
      for (int ofDay = from; ofDay < to; ofDay++) {
        byHour.put(hour(24 * day + ofDay), 1);
      }
    }
    return new HourlyCounts(byHour);
  }

  private static long hour(int sinceMonday) {
    return HourlyCounts.hour(MONDAY.toEpochMilli()) + sinceMonday;
  }

  private static ThemeHistory history(Map<String, HourlyCounts> byPlace, int weeks) {
    return new ThemeHistory(
        byPlace, PLACES, MONDAY, MONDAY.plus(Duration.ofDays(7L * weeks)), ZONE, PRIOR);
  }

  /** For a Monday right after four weeks of counting, or as if it were. */
  private static Expectation expected(
      ThemeHistory history, String place, int hourOfDay, int hours) {
    Instant from = MONDAY.plus(Duration.ofDays(28)).plus(Duration.ofHours(hourOfDay));
    return history.expected(
        place, from.toEpochMilli(), from.plus(Duration.ofHours(hours)).toEpochMilli());
  }
}
