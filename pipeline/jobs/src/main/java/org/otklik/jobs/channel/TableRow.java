package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.otklik.models.text.PersonalDataMasker;

/**
 * One row of an export, keyed by its headers. Columns are found by name, never by position: several
 * layouts are in use. Personal columns are gone from the start.
 */
final class TableRow {
  private record Cell(String header, String value) {}

  private static final Pattern ID_COLUMN = Pattern.compile("(?U)(?:id|номер|дата)(?!\\p{L}).*");
  private static final Pattern ID_OR_DATE =
      Pattern.compile("(?U)[\\p{L}\\d/_.:№+-]{1,60}( [\\d:.]{1,15})?");

  /** What a column's values are to be read after, lest a street named after someone be masked. */
  private static final String STREET = "улица";

  private final Map<String, Cell> cells = new LinkedHashMap<>();

  /**
   * @param object the row as a JSON object
   * @param meant the columns that must be strings or numbers, as {@link ColumnName#key}
   */
  TableRow(NativeObject object, Set<String> meant) throws UnreadableRecord {
    String broken = object.stringIfAny(TableRecords.UNREADABLE);
    if (broken != null) { // its own words might be anybody's
      throw new UnreadableRecord(
          broken.endsWith("is a quote not closed?")
              ? "the CSV can't be followed: is a quote not closed?"
              : "the table can't be followed: is the file damaged?");
    }
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

  /**
   * Every other column with a value, by the export's own headers: masked but for ids and dates, and
   * without links to persons.
   */
  void addOthersTo(PostDraft draft, Set<String> used) {
    cells.forEach(
        (key, cell) -> {
          if (!used.contains(key) && !PersonalLink.isIn(cell.value)) {
            draft.sourceField(cell.header, masked(key, ColumnName.tidy(cell.value)));
          }
        });
  }

  private static String masked(String key, String value) {
    if (ID_COLUMN.matcher(key).matches() && ID_OR_DATE.matcher(value).matches()) {
      return value;
    }
    return key.equals(STREET)
        ? PersonalDataMasker.mask(STREET + " " + value).substring(STREET.length() + 1)
        : PersonalDataMasker.mask(value);
  }
}
