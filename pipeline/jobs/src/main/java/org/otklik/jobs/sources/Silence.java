package org.otklik.jobs.sources;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a source has been silent.
 *
 * @param watchedSince when the clock first struck for it
 * @param heardAt when a post of it was last received; null before the first one
 * @param tickedAt when the clock last struck for it
 * @param wakingMillis how long it has been silent: waking time in which the job was running
 * @param told true when this silence has been told
 */
public record Silence(
    @Nullable Instant watchedSince,
    @Nullable Instant heardAt,
    @Nullable Instant tickedAt,
    long wakingMillis,
    boolean told) {
  static final Silence NONE = new Silence(null, null, null, 0, false);

  Silence heard(Instant at) {
    return new Silence(watchedSince, at, tickedAt, 0, false);
  }

  Silence ticked(Instant tick, long moreMillis) {
    return new Silence(
        watchedSince == null ? tick : watchedSince, heardAt, tick, wakingMillis + moreMillis, told);
  }

  /** Counted from now on, for it could not be heard. */
  Silence anew() {
    return new Silence(watchedSince, heardAt, tickedAt, 0, told);
  }

  Silence asTold() {
    return new Silence(watchedSince, heardAt, tickedAt, wakingMillis, true);
  }
}
