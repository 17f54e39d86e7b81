package org.otklik.jobs.sources;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Time outside the night.
 *
 * @param zone the zone of the night
 * @param night hours that do not count; null when every hour counts
 */
record WakingTime(ZoneId zone, SourceRules.@Nullable Night night) implements Serializable {

  /** Waking milliseconds from one instant to a later one; none when it is not later. */
  long millisBetween(Instant from, Instant to) {
    if (!to.isAfter(from)) {
      return 0;
    }
    long millis = Duration.between(from, to).toMillis();
    if (night == null) {
      return millis;
    }
    LocalTime begins = LocalTime.parse(night.from());
    LocalTime ends = LocalTime.parse(night.to());
    boolean overMidnight = ends.isBefore(begins);
    LocalDate last = LocalDate.ofInstant(to, zone);
    for (LocalDate day = LocalDate.ofInstant(from, zone).minusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      Instant begin = day.atTime(begins).atZone(zone).toInstant();
      Instant end = day.plusDays(overMidnight ? 1 : 0).atTime(ends).atZone(zone).toInstant();
      Instant within = begin.isAfter(from) ? begin : from;
      Instant until = end.isBefore(to) ? end : to;
      if (until.isAfter(within)) {
        millis -= Duration.between(within, until).toMillis();
      }
    }
    return millis;
  }
}
