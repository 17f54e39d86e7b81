package org.otklik.local.export;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.otklik.local.breakdown.WeeklyRounds;
import org.otklik.local.stack.Progress;

/**
 * Does something for every day that is over, at a time of the next day in a zone, until the thread
 * is interrupted; first for the days that were missed. What fails is tried again every ten minutes.
 */
public final class DailyRounds {
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);

  /** What is done for a day. */
  public interface Round {
    void run(LocalDate day) throws Exception;
  }

  /** Tells the last day for which it was done; empty when it never was. */
  public interface Done {
    Optional<LocalDate> lastDay() throws IOException;
  }

  private final ZoneId zone;
  private final LocalTime at;
  private final Clock clock;
  private final WeeklyRounds.Pause pause;
  private final Progress progress;

  /**
   * @param zone the zone whose days they are
   * @param at when a day's turn comes, on the day after it
   * @param progress hears what comes next and what went wrong
   */
  public DailyRounds(
      ZoneId zone, LocalTime at, Clock clock, WeeklyRounds.Pause pause, Progress progress) {
    this.zone = zone;
    this.at = at;
    this.clock = clock;
    this.pause = pause;
    this.progress = progress;
  }

  /** The last day whose turn has come. */
  LocalDate due(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return today.minusDays(now.isBefore(turn(today)) ? 2 : 1);
  }

  /** When it is the turn of the day before this one. */
  private Instant turn(LocalDate day) {
    return day.atTime(at).atZone(zone).toInstant();
  }

  /**
   * Goes on for ever.
   *
   * @throws InterruptedException when the thread is told to end
   */
  public void run(Done done, Round round) throws InterruptedException {
    while (true) {
      Instant then;
      try {
        LocalDate due = due(clock.instant());
        LocalDate next = done.lastDay().map(last -> last.plusDays(1)).orElse(due);
        for (LocalDate day = next; !day.isAfter(due); day = day.plusDays(1)) {
          round.run(day);
        }
        then = turn(due.plusDays(2));
        progress.doing("waiting until " + then.atZone(zone).toOffsetDateTime());
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        then = clock.instant().plus(AFTER_A_FAILURE).truncatedTo(ChronoUnit.SECONDS);
        progress.doing(
            "failed, trying again at " + then.atZone(zone).toOffsetDateTime() + ": " + reason(e));
      }
      pause.until(then);
    }
  }

  /** The innermost cause says what happened; those around it only where it was noticed. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
  }
}
