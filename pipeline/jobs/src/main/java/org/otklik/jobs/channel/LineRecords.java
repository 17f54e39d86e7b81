package org.otklik.jobs.channel;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, each a record as it is; a line that is a whole page is split into the page's
 * items. A line longer than {@value #MAX_LINE_BYTES} bytes comes in pieces: no record is that long.
 */
final class LineRecords implements Records {
  static final int MAX_LINE_BYTES = 16 << 20;

  private final InputStream in;
  private final Channel channel;
  private @Nullable DocumentRecords page;
  private boolean first = true;

  LineRecords(InputStream in, Channel channel) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.channel = channel;
  }

  @Override
  public byte @Nullable [] next() throws IOException {
    if (page != null) {
      byte[] item = page.next();
      if (item != null) {
        return item;
      }
      page = null;
    }
    byte[] line = line();
    if (line == null) {
      return null;
    }
    DocumentRecords document = new DocumentRecords(new ByteArrayInputStream(line), channel);
    byte[] item = document.next();
    if (item == null || !document.isPage()) {
      return line;
    }
    page = document;
    return item;
  }

  /** The next line that is not blank. */
  private byte @Nullable [] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    while (true) {
      int b = in.read();
      if (b >= 0 && b != '\n') {
        line.write(b);
        if (line.size() < MAX_LINE_BYTES) {
          continue;
        }
      }
      byte[] bytes = line.toByteArray();
      int start = first ? Blank.afterMark(bytes) : 0;
      first = false;
      int from = Blank.skip(bytes, start);
      int end = bytes.length;
      while (end > from && Blank.is(bytes[end - 1])) {
        end--;
      }
      if (end > from) {
        return Arrays.copyOfRange(bytes, from, end);
      }
      if (b < 0) {
        return null;
      }
      line.reset();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
