package org.otklik.jobs.export;

import java.util.List;

/** All tables of the export. */
public final class Tables {
  /**
   * The version of tables, columns and manifest: raised when one is renamed, removed or changed.
   */
  public static final int SCHEMA_VERSION = 1;

  /** Facts first, then the dimensions. */
  public static final List<Table> ALL =
      List.of(
          MessageRows.TABLE,
          SuppressSmallCells.TABLE,
          ClaimRows.TABLE,
          AlertRows.TABLE,
          Dimensions.THEME,
          Dimensions.CATEGORY,
          Dimensions.MUNICIPALITY,
          Dimensions.BODY,
          Calendar.TABLE);

  private Tables() {}

  /** The table of that name. */
  static Table named(String name) {
    return ALL.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no table " + name));
  }
}
