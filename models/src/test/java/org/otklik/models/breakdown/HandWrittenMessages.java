package org.otklik.models.breakdown;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sixty messages in messages.tsv; the part of an id before the dash is the problem, or «odd». */
final class HandWrittenMessages {
  private HandWrittenMessages() {}

  static List<Text> read() throws IOException {
    try (InputStream file = HandWrittenMessages.class.getResourceAsStream("messages.tsv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(fields -> new Text(fields[0], fields[1]))
          .toList();
    }
  }
}
