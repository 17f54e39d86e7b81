package org.otklik.models.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads a tab-separated file with a header line: no quoting, lines that start with «#» and empty
 * lines are skipped. What is wrong is told with file, line and column.
 */
final class TabTable {
  private TabTable() {}

  /** One line; its values are asked for by the names of their columns. */
  record Row(String file, int line, String[] values, Map<String, Integer> columns) {

    /** The value of a column, without surrounding spaces; empty when the cell is empty. */
    String text(String column) {
      int index = columns.get(column);
      return index < values.length ? values[index].strip() : "";
    }

    /** The value of a column that must not be empty. */
    String requiredText(String column) {
      String value = text(column);
      if (value.isEmpty()) {
        throw wrong(column, "is empty");
      }
      return value;
    }

    /** A number between two bounds. */
    double number(String column, double least, double most) {
      String value = text(column);
      try {
        double number = Double.parseDouble(value);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // told below, like a number out of its bounds
      }
      throw wrong(column, "«" + value + "» is not a number between " + least + " and " + most);
    }

    /** A whole number, or -1 when the cell is empty. */
    int population(String column) {
      String value = text(column);
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
      throw wrong(column, "«" + value + "» is not a number of inhabitants");
    }

    /** One of two words. */
    boolean either(String column, String whenTrue, String whenFalse) {
      String value = text(column);
      if (value.equals(whenTrue)) {
        return true;
      }
      if (value.equals(whenFalse)) {
        return false;
      }
      throw wrong(column, "«" + value + "» is neither «" + whenTrue + "» nor «" + whenFalse + "»");
    }

    IllegalArgumentException wrong(String column, String what) {
      return new IllegalArgumentException(
          file + ", line " + line + ", column " + column + ": " + what);
    }
  }

  /**
   * Hands on the rows of a file one by one.
   *
   * @param file its name, for messages
   * @param lines all of its lines, so that line numbers are true
   * @param required the columns that its header must name; others are ignored
   * @param reader takes each row
   * @throws IllegalArgumentException when the header is missing or lacks a column
   */
  static void read(String file, List<String> lines, List<String> required, Consumer<Row> reader) {
    Map<String, Integer> columns = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] values = line.split("\t", -1);
      if (columns == null) {
        columns = header(file, i + 1, values, required);
      } else {
        if (values.length < columns.size()) {
          throw new IllegalArgumentException(
              file
                  + ", line "
                  + (i + 1)
                  + ": "
                  + values.length
                  + " columns, the header names "
                  + columns.size());
        }
        reader.accept(new Row(file, i + 1, values, columns));
      }
    }
    if (columns == null) {
      throw new IllegalArgumentException(file + ": no header line; it needs " + required);
    }
  }

  private static Map<String, Integer> header(
      String file, int line, String[] names, List<String> required) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      columns.put(names[i].strip(), i);
    }
    for (String name : required) {
      if (!columns.containsKey(name)) {
        throw new IllegalArgumentException(
            file + ", line " + line + ", column " + name + ": missing in the header");
      }
    }
    return columns;
  }
}
