package org.otklik.local.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.opentest4j.AssertionFailedError;

/** Waits for what another process does, and no longer than needed. */
final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(20);

  private Eventually() {}

  static void is(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionFailedError("not within %d s: %s".formatted(LIMIT.toSeconds(), what));
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
