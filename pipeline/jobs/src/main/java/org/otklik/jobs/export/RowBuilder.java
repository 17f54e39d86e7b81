package org.otklik.jobs.export;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts a row together by the names of its columns; what is not set stays empty. */
final class RowBuilder {
  private final Table table;
  private final @Nullable String[] cells;

  RowBuilder(Table table) {
    this.table = table;
    this.cells = new String[table.columns().size()];
  }

  /**
   * Sets a cell.
   *
   * @param value a text, number, truth, day or moment; null for none
   */
  RowBuilder set(String column, @Nullable Object value) {
    int position = table.position(column);
    if (position < 0) {
      throw new IllegalArgumentException(table.name() + " has no column " + column);
    }
    cells[position] = value == null ? null : value.toString();
    return this;
  }

  /** Sets day and hour of a moment in the region's zone. */
  RowBuilder setDateAndHour(Instant moment, Calendar calendar) {
    return set(Table.DATE, calendar.date(moment)).set("hour", calendar.hour(moment));
  }

  TableRow build() {
    return new TableRow(
        table.name(),
        table.byDate() ? cells[table.position(Table.DATE)] : null,
        Arrays.asList(cells));
  }
}
