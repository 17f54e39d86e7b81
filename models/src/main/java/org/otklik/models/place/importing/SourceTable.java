package org.otklik.models.place.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table with a header line, its cells asked for by the names of their columns: tab-separated
 * without quoting when the header holds a tab, else CSV with semicolons or commas and RFC 4180
 * quoting. UTF-8; lines that start with «#» and empty lines are skipped. What is wrong is told with
 * file, line and column.
 */
final class SourceTable {
  private final Path file;
  private final Map<String, Integer> columns;
  private final List<Row> rows = new ArrayList<>();

  private SourceTable(Path file, List<String> header) {
    this.file = file;
    this.columns = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      columns.putIfAbsent(header.get(i).strip(), i);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException when it is missing, is not UTF-8 or has no header
   */
  static SourceTable read(Path file) {
    String text = text(file);
    List<String> lines = text.lines().toList();
    int first = 0;
    while (first < lines.size() && isSkipped(lines.get(first))) {
      first++;
    }
    if (first == lines.size()) {
      throw new IllegalArgumentException(file + ": is empty; it needs a header line");
    }
    String header = lines.get(first);
    return header.indexOf('\t') >= 0 ? tabs(file, lines, first) : csv(file, text, header);
  }

  /**
   * The whole text of a file, without a byte-order mark.
   *
   * @throws IllegalArgumentException when it is missing or is not UTF-8
   */
  static String text(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + ": there is no such file", e);
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(file + ": is not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": can't be read", e);
    }
  }

  private static boolean isSkipped(String line) {
    return line.isBlank() || line.startsWith("#");
  }

  private static SourceTable tabs(Path file, List<String> lines, int header) {
    SourceTable table = new SourceTable(file, Arrays.asList(lines.get(header).split("\t", -1)));
    for (int i = header + 1; i < lines.size(); i++) {
      if (!isSkipped(lines.get(i))) {
        table.rows.add(table.new Row(i + 1, Arrays.asList(lines.get(i).split("\t", -1))));
      }
    }
    return table;
  }

  private static SourceTable csv(Path file, String text, String header) {
    char separator = header.indexOf(';') >= 0 ? ';' : ',';
    SourceTable table = null;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .ignoreDifferentFieldCount(true)
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        if (isSkipped(record.getField(0)) && record.getFieldCount() == 1
            || record.getField(0).startsWith("#")) {
          continue;
        }
        if (table == null) {
          table = new SourceTable(file, record.getFields());
        } else {
          table.rows.add(table.new Row((int) record.getStartingLineNumber(), record.getFields()));
        }
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(file + ": is not valid CSV: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": can't be read", e);
    }
    if (table == null) {
      throw new IllegalArgumentException(file + ": is empty; it needs a header line");
    }
    return table;
  }

  List<Row> rows() {
    return rows;
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /**
   * Checks the header.
   *
   * @param names names of a column, any of which will do
   * @throws IllegalArgumentException when it has none of them
   */
  void require(String... names) {
    for (String name : names) {
      if (has(name)) {
        return;
      }
    }
    throw new IllegalArgumentException(
        file
            + ": the header has no column «"
            + String.join("» or «", names)
            + "»; it has "
            + columns.keySet().stream().sorted().toList());
  }

  /** One line. */
  final class Row {
    private final int line;
    private final List<String> cells;

    private Row(int line, List<String> cells) {
      this.line = line;
      this.cells = cells;
    }

    /** The first cell that is not empty among columns of several names; empty when all are. */
    String text(String... names) {
      for (String name : names) {
        Integer index = columns.get(name);
        if (index != null && index < cells.size() && !cells.get(index).isBlank()) {
          return cells.get(index).strip();
        }
      }
      return "";
    }

    String required(String... names) {
      String value = text(names);
      if (value.isEmpty()) {
        throw wrong(names[0], "is empty");
      }
      return value;
    }

    /** Number of inhabitants, or -1 when the cell is empty. */
    int population(String column) {
      String value = text(column).replaceAll("[\\s\u00A0]", "");
      if (value.isEmpty()) {
        return -1;
      }
      try {
        int number = Integer.parseInt(value);
        if (number >= 0) {
          return number;
        }
      } catch (NumberFormatException e) {
        // told below, like a negative number
      }
      throw wrong(column, "«" + text(column) + "» is not a number of inhabitants");
    }

    /** The point in two columns; null when both are empty. */
    @Nullable Point point(String latitude, String longitude) {
      if (text(latitude).isEmpty() && text(longitude).isEmpty()) {
        return null;
      }
      return new Point(degrees(latitude, 90), degrees(longitude, 180));
    }

    private double degrees(String column, double most) {
      try {
        double number = Double.parseDouble(text(column));
        if (Math.abs(number) <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // told below, like a number out of its bounds
      }
      throw wrong(
          column, "«" + text(column) + "» is not a number between -" + most + " and " + most);
    }

    IllegalArgumentException wrong(String column, String what) {
      return new IllegalArgumentException(
          file + ", line " + line + ", column " + column + ": " + what);
    }
  }
}
