package org.otklik.jobs.alerts;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.webhook.RetryAfter;

/**
 * When the attempts of a delivery are made.
 *
 * @param delays the time before each attempt, counted from the end of the one before; there are as
 *     many attempts
 * @param jitter by which share of itself a delay is lengthened at most, so that those who failed
 *     together do not come back together
 * @param longestRetryAfter a receiver that asks for more patience than this does not get it
 */
public record RetrySchedule(List<Duration> delays, double jitter, Duration longestRetryAfter)
    implements Serializable {

  public RetrySchedule {
    delays = List.copyOf(delays);
  }

  int attempts() {
    return delays.size();
  }

  /**
   * When the next attempt is due. The jitter depends on the webhook and the attempt alone, so that
   * a repeated computation gives the same.
   *
   * @param made how many attempts were made
   */
  Instant next(String webhookId, int made, Instant now) {
    long delay = delays.get(made).toMillis();
    double share = Math.floorMod((webhookId + made).hashCode(), 1_000) / 1_000.0;
    return now.plusMillis(delay + Math.round(delay * jitter * share));
  }

  /**
   * Until when a receiver is left in peace; empty when it does not ask for that.
   *
   * @param retryAfter the header of its answer
   */
  Optional<Instant> pause(@Nullable String retryAfter, Instant now) {
    Instant latest = now.plus(longestRetryAfter);
    return RetryAfter.instant(retryAfter, now)
        .map(wanted -> wanted.isAfter(latest) ? latest : wanted);
  }
}
