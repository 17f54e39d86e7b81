package org.otklik.models.misinformation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tab-separated file in UTF-8 with one header line and no quoting. */
final class TabSeparated {
  private final Path file;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param required columns that must be there; others may be
   * @throws IllegalArgumentException when a required column is missing; the message names the file
   */
  TabSeparated(Path file, List<String> required) throws IOException {
    this.file = file;
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<String> header = lines.isEmpty() ? List.of() : List.of(lines.get(0).split("\t", -1));
    Set<String> missing = new HashSet<>(required);
    header.forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          file + " has no column " + String.join(", ", missing) + "; its header is " + header);
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] fields = lines.get(i).split("\t", -1);
      Map<String, String> values = new TreeMap<>();
      for (int column = 0; column < header.size() && column < fields.length; column++) {
        values.put(header.get(column), fields[column].strip());
      }
      rows.add(new Row(i + 1, values));
    }
  }

  List<Row> rows() {
    return rows;
  }

  /** One line. */
  final class Row {
    private final int line;
    private final Map<String, String> values;

    private Row(int line, Map<String, String> values) {
      this.line = line;
      this.values = values;
    }

    /** File and line, for messages. */
    String place() {
      return file + ", line " + line;
    }

    /** The value of a column, null when it is empty or the column is not there. */
    @Nullable String optional(String column) {
      String value = values.get(column);
      return value == null || value.isEmpty() ? null : value;
    }

    /**
     * The value of a column.
     *
     * @throws IllegalArgumentException when it is empty; the message names file, line and column
     */
    String required(String column) {
      String value = optional(column);
      if (value == null) {
        throw new IllegalArgumentException(place() + ": " + column + " is empty");
      }
      return value;
    }
  }
}
