package org.otklik.jobs.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows into files of one format, keyed by the file's path. A file ends with the input;
 * in batch execution the rows come file by file, so one is open at a time.
 */
public final class WriteTables extends KeyedProcessFunction<String, TableRow, ExportReceipt> {
  private static final long serialVersionUID = 1L;

  private static final long END_OF_INPUT = Long.MAX_VALUE;

  private final String folder;
  private final Format format;
  private final char separator;
  private transient Map<String, OpenFile> open;

  /**
   * @param folder the folder of the export in the making; the same for all task managers
   * @param separator between the columns of CSV
   */
  WriteTables(String folder, Format format, char separator) {
    this.folder = folder;
    this.format = format;
    this.separator = separator;
  }

  private static final class OpenFile {
    private final Table table;
    private final RowWriter writer;
    private final List<List<@Nullable String>> held = new ArrayList<>();
    private long rows;
    private long suppressed;

    OpenFile(Table table, RowWriter writer) {
      this.table = table;
      this.writer = writer;
    }
  }

  @Override
  public void open(OpenContext context) {
    open = new HashMap<>();
  }

  @Override
  public void processElement(TableRow row, Context context, Collector<ExportReceipt> out)
      throws IOException {
    String path = context.getCurrentKey();
    OpenFile file = open.get(path);
    if (file == null) {
      Table table = Tables.named(row.table());
      file = new OpenFile(table, format.open(Path.of(folder, path), table, separator));
      open.put(path, file);
      context.timerService().registerEventTimeTimer(END_OF_INPUT);
    }
    if (row.cells().isEmpty()) {
      return;
    }
    file.rows++;
    if (file.table.isDimension()) {
      file.held.add(row.cells());
      return;
    }
    file.writer.write(row.cells());
    int mark = file.table.position(Table.SUPPRESSED);
    if (mark >= 0 && Boolean.parseBoolean(row.cells().get(mark))) {
      file.suppressed++;
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ExportReceipt> out)
      throws IOException {
    String path = context.getCurrentKey();
    OpenFile file = open.remove(path);
    file.held.sort(Comparator.comparing(cells -> cells.get(0)));
    for (List<@Nullable String> cells : file.held) {
      file.writer.write(cells);
    }
    file.writer.close();
    Path written = Path.of(folder, path);
    out.collect(
        ExportReceipt.of(
            new WrittenFile(
                path,
                file.table.name(),
                format.code(),
                file.rows,
                file.suppressed,
                Files.size(written),
                Sha256.of(written))));
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      for (OpenFile file : open.values()) {
        file.writer.close();
      }
    }
  }
}
