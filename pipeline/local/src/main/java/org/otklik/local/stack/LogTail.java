package org.otklik.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The last lines of a log, to be quoted when its writer has failed; without the frames of stack
 * traces.
 */
final class LogTail {
  private static final int MOST_BYTES = 16_384;
  private static final int MOST_CHARACTERS = 300;

  private LogTail() {}

  /**
   * @param lines how many at most; long ones are cut
   * @return each with a line break and indented; empty when there is no such file
   */
  static String of(Path log, int lines) {
    if (!Files.exists(log)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(MOST_BYTES, file.length())];
      file.seek(file.length() - end.length);
      file.readFully(end);
      List<String> all =
          new String(end, StandardCharsets.UTF_8).lines().filter(LogTail::isTelling).toList();
      StringBuilder quote = new StringBuilder();
      for (String line : all.subList(Math.max(0, all.size() - lines), all.size())) {
        quote.append("  ").append(line, 0, Math.min(line.length(), MOST_CHARACTERS)).append('\n');
      }
      return quote.toString();
    } catch (IOException unreadable) {
      return "  (" + log + " can't be read: " + unreadable.getMessage() + ")\n";
    }
  }

  private static boolean isTelling(String line) {
    return !line.isBlank()
        && !line.stripLeading().startsWith("at ")
        && !line.stripLeading().startsWith("... ");
  }
}
