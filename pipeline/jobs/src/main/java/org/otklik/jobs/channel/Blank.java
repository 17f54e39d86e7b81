package org.otklik.jobs.channel;

/** What stands between JSON values: white space, and a byte order mark before the first. */
final class Blank {
  private Blank() {}

  static boolean is(int b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** The index of the first byte from there on that is not blank. */
  static int skip(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && is(bytes[i])) {
      i++;
    }
    return i;
  }

  /** The index behind UTF-8's byte order mark, 0 where there is none. */
  static int afterMark(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }
}
