package org.otklik.jobs.channel;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text with one more line behind its end, of a character that no text has: a parser that gives it
 * out within a row has read on over a quote that was never closed.
 */
final class EndMarkedReader extends FilterReader {
  static final String MARK = "\uFFFF";
  private static final String END = "\n" + MARK;

  private int given;

  EndMarkedReader(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    return next >= 0 || given == END.length() ? next : END.charAt(given++);
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    if (count >= 0 || given == END.length()) {
      return count;
    }
    into[offset] = END.charAt(given++);
    return 1;
  }
}
