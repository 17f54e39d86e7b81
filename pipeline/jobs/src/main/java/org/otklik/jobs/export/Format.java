package org.otklik.jobs.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A format of files. */
public enum Format {
  /** Parquet, compressed with zstd; tables with a date are split by it. */
  PARQUET,
  /** CSV in UTF-8 with a byte order mark, one file for each table. */
  CSV;

  /** Its name in options, paths and the manifest. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The path of the file that a row belongs to, below the export's folder. */
  String path(Table table, TableRow row) {
    if (this == PARQUET && table.byDate()) {
      return "parquet/%s/%s=%s/%s.parquet"
          .formatted(table.name(), Table.DATE, row.date(), table.name());
    }
    return "%s/%s.%s".formatted(code(), table.name(), code());
  }

  /** Opens a file for the rows of a table; one that exists is written anew. */
  RowWriter open(Path file, Table table, char separator) throws IOException {
    return this == PARQUET
        ? new ParquetRowWriter(file, table)
        : new CsvRowWriter(file, table, separator);
  }

  /** Counts the rows of a file, however many it should have. */
  long rows(Path file, char separator) throws IOException {
    return this == PARQUET ? ParquetRowWriter.rows(file) : CsvRowWriter.rows(file, separator);
  }
}
