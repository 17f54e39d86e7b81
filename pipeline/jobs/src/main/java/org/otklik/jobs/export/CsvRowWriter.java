package org.otklik.jobs.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as spreadsheets take it: UTF-8 with a byte order mark, a line of column names, CRLF,
 * an empty cell for no value.
 *
 * <p>A text that a spreadsheet would take for a formula (beginning with {@code = + - @}, a tab or a
 * line break) gets an apostrophe before it. Numbers do not: a negative one stays a number.
 */
final class CsvRowWriter implements RowWriter {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String FORMULA_BEGINS = "=+-@\t\r\n";

  private final Table table;
  private final CsvWriter csv;

  CsvRowWriter(Path file, Table table, char separator) throws IOException {
    this.table = table;
    Files.createDirectories(file.getParent());
    Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write(BYTE_ORDER_MARK);
    csv =
        CsvWriter.builder().fieldSeparator(separator).lineDelimiter(LineDelimiter.CRLF).build(out);
    csv.writeRecord(table.columns().stream().map(Column::name).toList());
  }

  @Override
  public void write(List<@Nullable String> cells) {
    List<String> fields = new ArrayList<>(cells.size());
    for (int position = 0; position < cells.size(); position++) {
      String cell = cells.get(position);
      boolean text = table.columns().get(position).type() == ColumnType.TEXT;
      fields.add(cell == null ? "" : text ? harmless(cell) : cell);
    }
    csv.writeRecord(fields);
  }

  static String harmless(String text) {
    return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  static long rows(Path file, char separator) throws IOException {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().fieldSeparator(separator).detectBomHeader(true).ofCsvRecord(file)) {
      return Math.max(0, csv.stream().count() - 1);
    }
  }
}
