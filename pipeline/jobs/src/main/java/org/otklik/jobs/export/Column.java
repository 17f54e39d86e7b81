package org.otklik.jobs.export;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name, in snake case
 * @param description what stands in it, for people at the BI system, in Russian
 * @param references the dimension among whose keys each of its values is; null for none
 */
public record Column(String name, ColumnType type, String description, @Nullable String references)
    implements Serializable {
  static Column text(String name, String description) {
    return new Column(name, ColumnType.TEXT, description, null);
  }

  static Column whole(String name, String description) {
    return new Column(name, ColumnType.WHOLE, description, null);
  }

  static Column number(String name, String description) {
    return new Column(name, ColumnType.NUMBER, description, null);
  }

  static Column truth(String name, String description) {
    return new Column(name, ColumnType.TRUTH, description, null);
  }

  static Column day(String name, String description) {
    return new Column(name, ColumnType.DAY, description, null);
  }

  static Column moment(String name, String description) {
    return new Column(name, ColumnType.MOMENT, description, null);
  }

  /** The same column, whose values are keys of a dimension. */
  Column of(String dimension) {
    return new Column(name, type, description, dimension);
  }
}
