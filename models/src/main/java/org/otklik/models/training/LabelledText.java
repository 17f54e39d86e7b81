package org.otklik.models.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text whose theme a person has stated.
 *
 * @param text the words
 * @param theme id of the theme in the taxonomy
 */
public record LabelledText(String text, String theme) {

  /**
   * Reads a tab-separated file with a header line that names the columns {@code text} and {@code
   * theme}; there is no quoting.
   *
   * @throws IOException when the file can't be read
   * @throws IllegalArgumentException when a column or a value is missing; the message names file
   *     and line
   */
  public static List<LabelledText> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(file + " is empty: it needs a header line");
    }
    List<String> header = List.of(lines.get(0).split("\t", -1));
    int text = column(file, header, "text");
    int theme = column(file, header, "theme");
    List<LabelledText> labelled = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split("\t", -1);
      if (fields.length <= Math.max(text, theme) || fields[theme].isBlank()) {
        throw new IllegalArgumentException(
            file + ", line " + (i + 1) + ": text or theme is missing");
      }
      labelled.add(new LabelledText(fields[text], fields[theme]));
    }
    return labelled;
  }

  private static int column(Path file, List<String> header, String name) {
    int index = header.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          file + " has no column " + name + "; its header is " + header);
    }
    return index;
  }
}
