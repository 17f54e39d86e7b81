package org.otklik.local.breakdown;

import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.otklik.local.stack.Progress;

/**
 * Does something at once and then every Monday at 06:00 of a zone, until the thread is interrupted.
 * What fails is tried again every ten minutes.
 */
public final class WeeklyRounds {
  private static final LocalTime TIME = LocalTime.of(6, 0);
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);

  /** What is done each time. */
  public interface Round {
    void run(Instant now) throws IOException, InterruptedException;
  }

  /** Waits. */
  public interface Pause {
    void until(Instant moment) throws InterruptedException;

    /**
     * Looks at the clock every half minute: a machine that slept in between, or whose clock was
     * set, is not late.
     */
    static Pause by(Clock clock) {
      return moment -> {
        for (Instant now = clock.instant(); now.isBefore(moment); now = clock.instant()) {
          Thread.sleep(Math.min(30_000, Math.max(1, Duration.between(now, moment).toMillis())));
        }
      };
    }
  }

  private final ZoneId zone;
  private final Clock clock;
  private final Pause pause;
  private final Progress progress;

  /**
   * @param zone the zone whose Monday it is
   * @param progress hears what comes next and what went wrong
   */
  public WeeklyRounds(ZoneId zone, Clock clock, Pause pause, Progress progress) {
    this.zone = zone;
    this.clock = clock;
    this.pause = pause;
    this.progress = progress;
  }

  /** The first Monday at 06:00 after a moment. */
  static Instant next(Instant after, ZoneId zone) {
    ZonedDateTime local = after.atZone(zone);
    ZonedDateTime monday =
        local
            .toLocalDate()
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
            .atTime(TIME)
            .atZone(zone);
    return (monday.toInstant().isAfter(after)
            ? monday
            : monday.toLocalDate().plusWeeks(1).atTime(TIME).atZone(zone))
        .toInstant();
  }

  /**
   * Goes on for ever.
   *
   * @throws InterruptedException when the thread is told to end
   */
  public void run(Round round) throws InterruptedException {
    while (true) {
      Instant now = clock.instant();
      Instant then;
      try {
        round.run(now);
        then = next(now, zone);
        progress.doing("waiting until " + then.atZone(zone).toOffsetDateTime());
      } catch (IOException e) {
        then = clock.instant().plus(AFTER_A_FAILURE).truncatedTo(ChronoUnit.SECONDS);
        progress.doing(
            "failed, trying again at "
                + then.atZone(zone).toOffsetDateTime()
                + ": "
                + e.getMessage());
      }
      pause.until(then);
    }
  }
}
