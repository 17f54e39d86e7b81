package org.otklik.jobs.channel;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Text without the byte order mark that may stand before it. */
final class MarklessReader extends FilterReader {
  private boolean begun;

  MarklessReader(Reader in) {
    super(new PushbackReader(in, 1));
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      int first = in.read();
      if (first >= 0 && first != '\uFEFF') {
        ((PushbackReader) in).unread(first);
      }
    }
  }

  @Override
  public int read() throws IOException {
    begin();
    return super.read();
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    begin();
    return super.read(into, offset, length);
  }
}
