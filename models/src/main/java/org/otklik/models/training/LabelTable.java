package org.otklik.models.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tab-separated file with a header line and without quoting. */
final class LabelTable {
  private final List<Row> rows;

  private LabelTable(List<Row> rows) {
    this.rows = rows;
  }

  /** One line by column name. */
  static final class Row {
    private final String place;
    private final Map<String, String> fields;

    private Row(String place, Map<String, String> fields) {
      this.place = place;
      this.fields = fields;
    }

    String required(String column) {
      String value = optional(column);
      if (value == null) {
        throw new IllegalArgumentException(place + ": " + column + " is missing");
      }
      return value;
    }

    @Nullable String optional(String column) {
      String value = fields.get(column);
      return value == null || value.isBlank() ? null : value;
    }
  }

  static LabelTable read(Path file, String... columns) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(file + " is empty: it needs a header line");
    }
    String[] header = lines.get(0).split("\t", -1);
    for (String column : columns) {
      if (!List.of(header).contains(column)) {
        throw new IllegalArgumentException(
            file + " has no column " + column + "; its header is " + List.of(header));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] values = lines.get(i).split("\t", -1);
      Map<String, String> fields = new LinkedHashMap<>();
      for (int column = 0; column < Math.min(header.length, values.length); column++) {
        fields.put(header[column], values[column].strip());
      }
      rows.add(new Row(file + ", line " + (i + 1), fields));
    }
    return new LabelTable(rows);
  }

  List<Row> rows() {
    return rows;
  }

  /** One column by another. */
  Map<String, String> column(String key, String value) {
    Map<String, String> column = new LinkedHashMap<>();
    for (Row row : rows) {
      column.put(row.required(key), row.required(value));
    }
    return column;
  }
}
