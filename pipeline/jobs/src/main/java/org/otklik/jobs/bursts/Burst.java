package org.otklik.jobs.bursts;

import java.time.Duration;
import java.time.Instant;

/**
 * A burst that has been told of.
 *
 * @param start the hour in which it began
 * @param lastUnusual the last post at which it was still unusual
 */
public record Burst(Instant start, Instant lastUnusual) {
  /** True when something unusual at that time belongs to this burst. */
  boolean holds(Instant time, Duration quiet) {
    return !time.isBefore(start.minus(quiet)) && !time.isAfter(lastUnusual.plus(quiet));
  }

  Burst lasting(Instant time) {
    return time.isAfter(lastUnusual) ? new Burst(start, time) : this;
  }
}
