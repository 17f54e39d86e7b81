package org.otklik.jobs.index;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long after every failure, up to half a minute.
 * Half of each delay is random, so that the subtasks of a job do not all come back to a recovering
 * server in the same instant.
 */
final class BackOff {
  static final long FIRST_MILLIS = 200;
  static final long LONGEST_MILLIS = 30_000;

  private final RandomGenerator random;
  private long ceiling = FIRST_MILLIS;

  BackOff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The delay before the next try, in milliseconds; the one after it will be about twice as long.
   */
  long nextMillis() {
    long half = ceiling / 2;
    ceiling = Math.min(LONGEST_MILLIS, ceiling * 2);
    return half + random.nextLong(half + 1);
  }

  /** Something went well: the next delay is a short one again. */
  void reset() {
    ceiling = FIRST_MILLIS;
  }
}
