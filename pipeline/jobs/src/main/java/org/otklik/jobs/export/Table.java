package org.otklik.jobs.export;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of the export.
 *
 * @param name its name
 * @param description what one row is, in Russian
 * @param index the index whose documents its rows are; null for a dimension
 * @param complete whether every document is a row; false where small ones are left out
 * @param key the columns that tell its rows apart
 * @param byDate whether the Parquet files are split by the column {@link #DATE}, one for each day
 *     of the period
 */
public record Table(
    String name,
    String description,
    @Nullable String index,
    boolean complete,
    boolean byDate,
    List<String> key,
    List<Column> columns)
    implements Serializable {
  /** The day in the region's zone. */
  public static final String DATE = "date";

  /** Of a row of counts that were withheld because they are too small. */
  public static final String SUPPRESSED = "suppressed";

  /** Copies. */
  public Table {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
  }

  static Table dimension(String name, String description, Column... columns) {
    return new Table(
        name, description, null, true, false, List.of(columns[0].name()), List.of(columns));
  }

  /** Whether facts refer to it; the key is its first column. */
  boolean isDimension() {
    return index == null;
  }

  /** The place of a column; −1 when there is none of that name. */
  int position(String column) {
    for (int position = 0; position < columns.size(); position++) {
      if (columns.get(position).name().equals(column)) {
        return position;
      }
    }
    return -1;
  }

  /** Begins a row. */
  RowBuilder row() {
    return new RowBuilder(this);
  }

  /** A row that is none: it makes sure that the file of the day, or of the table, exists. */
  TableRow opening(@Nullable String date) {
    return new TableRow(name, date, List.of());
  }
}
