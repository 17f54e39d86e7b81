package org.otklik.jobs;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * Days of a region.
 *
 * @param from the first day
 * @param to the last day, itself included
 * @param zone the region's zone: a day begins and ends there
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {
  /** Checks the order. */
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "the period ends (%s) before it begins (%s)".formatted(to, from));
    }
  }

  /** The last week, Monday to Sunday, that is over in the zone at this moment. */
  public static Period lastWeek(Instant now, ZoneId zone) {
    LocalDate monday =
        LocalDate.ofInstant(now, zone)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(1);
    return new Period(monday, monday.plusDays(6), zone);
  }

  /** The first moment. */
  public Instant start() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first moment after it. */
  public Instant end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** True for Monday to Sunday. */
  public boolean isWeek() {
    return from.getDayOfWeek() == DayOfWeek.MONDAY && to.equals(from.plusDays(6));
  }

  /** The ISO 8601 week of its first day, for example {@code 2026-W09}. */
  public String week() {
    return String.format(
        Locale.ROOT,
        "%d-W%02d",
        from.get(IsoFields.WEEK_BASED_YEAR),
        from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
