package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of an export, keyed by its headers. Columns are found by name, never by position: several
 * layouts are in use. Personal columns are gone from the start.
 */
final class TableRow {
  private record Cell(String header, String value) {}

  private final Map<String, Cell> cells = new LinkedHashMap<>();

  /**
   * @param object the row as a JSON object
   * @param meant the columns that must be strings or numbers, as {@link ColumnName#key}
   */
  TableRow(NativeObject object, Set<String> meant) throws UnreadableRecord {
    for (Iterator<String> names = object.names(); names.hasNext(); ) {
      String name = names.next();
      JsonNode node = object.get(name);
      String key = ColumnName.key(name);
      if (node == null || key.isEmpty()) {
        continue;
      }
      if (!node.isTextual() && !node.isNumber()) {
        if (meant.contains(key)) {
          throw UnreadableRecord.unexpected(
              "«" + ColumnName.tidy(name) + "»", "a string", NativeObject.typeOf(node));
        }
        if (!node.isBoolean()) {
          continue;
        }
      }
      String value = WellFormed.text(node.asText());
      if (!isNone(value) && !PersonalColumns.drops(name, value)) {
        cells.putIfAbsent(key, new Cell(WellFormed.text(ColumnName.tidy(name)), value));
      }
    }
  }

  private static boolean isNone(String value) {
    String stripped = value.strip();
    return stripped.isEmpty()
        || stripped.equals("-")
        || stripped.equals("–")
        || stripped.equals("—");
  }

  /** A column's value as it is, null when there is none. */
  @Nullable String raw(String header) {
    Cell cell = cells.get(ColumnName.key(header));
    return cell == null ? null : cell.value;
  }

  /** A column's value with single spaces, null when there is none. */
  @Nullable String value(String header) {
    String raw = raw(header);
    return raw == null ? null : ColumnName.tidy(raw);
  }

  /** Every other column with a value, by the export's own headers. */
  void addOthersTo(PostDraft draft, Set<String> used) {
    cells.forEach(
        (key, cell) -> {
          if (!used.contains(key)) {
            draft.sourceField(cell.header, ColumnName.tidy(cell.value));
          }
        });
  }
}
