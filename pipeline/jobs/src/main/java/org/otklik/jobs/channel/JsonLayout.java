package org.otklik.jobs.channel;

import java.util.ArrayDeque;
import java.util.Deque;

/** How JSON lies in a file, judged by its first line, which may be a broken one. */
enum JsonLayout {
  /** Every line is a record of its own. */
  LINES,
  /** One value goes over many lines, or over one line too long to look through. */
  DOCUMENT,
  /** It does not begin like JSON. */
  NONE;

  /**
   * @param head the first bytes of the file
   * @param whole whether they are all of it
   */
  static JsonLayout of(byte[] head, boolean whole) {
    int start = Blank.skip(head, Blank.afterMark(head));
    if (start == head.length || head[start] != '{' && head[start] != '[') {
      return NONE;
    }
    Deque<Byte> open = new ArrayDeque<>();
    boolean inString = false;
    byte last = 0; // the last byte of the line that is not blank
    for (int i = start; i < head.length; i++) {
      byte b = head[i];
      if (b == '\n') {
        return !inString && !open.isEmpty() && goesOn(open.element(), last, head, i + 1)
            ? DOCUMENT
            : LINES;
      }
      if (inString) {
        i += b == '\\' ? 1 : 0;
        inString = b != '"';
      } else if (b == '"') {
        inString = true;
      } else if (b == '{' || b == '[') {
        open.push(b);
      } else if (b == '}' || b == ']') {
        open.poll();
      }
      last = Blank.is(b) ? last : b;
    }
    return whole || open.isEmpty() ? LINES : DOCUMENT;
  }

  /** Whether the next line can be the same value going on: it is not if the first was cut off. */
  private static boolean goesOn(byte innermost, byte last, byte[] head, int nextLine) {
    int i = Blank.skip(head, nextLine);
    if (i == head.length) {
      return false;
    }
    byte next = head[i];
    boolean object = innermost == '{';
    return switch (last) {
      case '{', '[' -> object ? next == '"' || next == '}' : true;
      case ',' -> object ? next == '"' : true;
      case ':' -> true;
      default -> next == ',' || next == (object ? '}' : ']');
    };
  }
}
