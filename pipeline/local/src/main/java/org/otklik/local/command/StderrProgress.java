package org.otklik.local.command;

import java.util.Locale;
import org.otklik.local.stack.Progress;

/** Tells on standard error what is being done, with the seconds since the start. */
final class StderrProgress {
  private StderrProgress() {}

  static Progress create() {
    long started = System.nanoTime();
    return what ->
        System.err.printf(Locale.ROOT, "[%5.1f s] %s%n", (System.nanoTime() - started) / 1e9, what);
  }
}
