package org.otklik.local.command;

import java.io.PrintStream;
import java.util.Locale;

/**
 * A bar on one line of the terminal; where the output is no terminal, a line now and then instead.
 */
final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = 200_000_000L;
  private static final long LINE_NANOS = 5_000_000_000L;

  private final PrintStream out;
  private final String what;
  private final boolean terminal = System.console() != null;
  private long drawn = System.nanoTime();
  private boolean open;

  /**
   * @param out where to draw, usually standard error
   * @param what what is counted, for example {@code records}
   */
  ProgressBar(PrintStream out, String what) {
    this.out = out;
    this.what = what;
  }

  /**
   * Shows how far the work has come.
   *
   * @param count how many so far
   * @param done the part of the whole that is done, or a negative number when the whole is unknown
   */
  void show(long count, double done) {
    long now = System.nanoTime();
    if (now - drawn < (terminal ? REDRAW_NANOS : LINE_NANOS)) {
      return;
    }
    drawn = now;
    if (!terminal) {
      out.println(text(count, done));
      return;
    }
    open = true;
    out.print("\r" + bar(done) + text(count, done) + " ");
    out.flush();
  }

  private String text(long count, double done) {
    return done < 0
        ? String.format(Locale.ROOT, "%,d %s", count, what)
        : String.format(Locale.ROOT, "%3.0f %%  %,d %s", done * 100, count, what);
  }

  private static String bar(double done) {
    if (done < 0) {
      return "";
    }
    int filled = (int) Math.round(Math.min(1, done) * WIDTH);
    return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] ";
  }

  @Override
  public void close() {
    if (open) {
      out.print("\r" + " ".repeat(WIDTH + 40) + "\r");
      out.flush();
    }
  }
}
