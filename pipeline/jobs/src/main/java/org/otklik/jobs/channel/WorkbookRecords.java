package org.otklik.jobs.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an XLSX workbook: of all sheets that have a header with known columns; of the first
 * sheet where none has.
 */
final class WorkbookRecords implements Records {
  private static final int ROWS_TO_SEARCH = 50;

  private final Path file;
  private final boolean temporary;
  private final Channel channel;
  private final ReadableWorkbook workbook;
  private final Deque<Sheet> sheets;
  private @Nullable TableRecords current;

  /**
   * @param temporary whether to delete the file on closing
   * @throws IOException when it is no workbook
   */
  WorkbookRecords(Path file, Channel channel, boolean temporary) throws IOException {
    this.file = file;
    this.temporary = temporary;
    this.channel = channel;
    try {
      this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
      List<Sheet> all = workbook.getSheets().toList();
      this.sheets = new ArrayDeque<>();
      for (Sheet sheet : all) {
        if (hasHeader(sheet)) {
          sheets.add(sheet);
        }
      }
      if (sheets.isEmpty() && !all.isEmpty()) {
        sheets.add(all.get(0));
      }
    } catch (RuntimeException e) {
      throw new IOException("this is not a readable .xlsx workbook", e);
    }
  }

  private boolean hasHeader(Sheet sheet) throws IOException {
    try (Stream<Row> rows = sheet.openStream()) {
      return rows.limit(ROWS_TO_SEARCH)
          .anyMatch(row -> TableRecords.knownColumns(SheetRows.cells(row), channel) > 0);
    }
  }

  @Override
  public byte @Nullable [] next() throws IOException {
    while (true) {
      if (current == null) {
        Sheet sheet = sheets.poll();
        if (sheet == null) {
          return null;
        }
        current = new TableRecords(new SheetRows(sheet), channel);
      }
      byte[] record = current.next();
      if (record != null) {
        return record;
      }
      current.close();
      current = null;
    }
  }

  @Override
  public void close() throws IOException {
    try (workbook) {
      if (current != null) {
        current.close();
      }
    } finally {
      if (temporary) {
        Files.deleteIfExists(file);
      }
    }
  }
}
