package org.otklik.jobs.channel;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet as text: dates as {@code dd.MM.yyyy HH:mm:ss}, numbers without an exponent.
 */
final class SheetRows implements Rows {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss");

  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final String name;
  private int last;

  SheetRows(Sheet sheet) throws IOException {
    stream = sheet.openStream();
    rows = stream.iterator();
    name = sheet.getName();
  }

  @Override
  public @Nullable List<String> next() throws BrokenTable {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      Row row = rows.next();
      last = row.getRowNum();
      return cells(row);
    } catch (RuntimeException e) {
      throw new BrokenTable(
          "sheet '" + name + "' can't be followed behind row " + last + ": is the file damaged?",
          "");
    }
  }

  static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (Cell cell : row) {
      cells.add(cell == null ? "" : text(cell));
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      BigDecimal number = cell.asNumber();
      LocalDateTime date = isDate(cell) ? cell.asDate() : null;
      return date == null ? number.stripTrailingZeros().toPlainString() : DATE.format(date);
    }
    String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    return text == null ? "" : text;
  }

  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null && (id >= 14 && id <= 22 || id >= 45 && id <= 47)) {
      return true;
    }
    String format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    String codes =
        format
            .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "")
            .toLowerCase(Locale.ROOT)
            .replace("general", "");
    return codes.contains("y") || codes.contains("d") || codes.contains("h");
  }

  @Override
  public void close() {
    stream.close();
  }
}
