package org.otklik.jobs.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows into a file. */
interface RowWriter extends Closeable {
  /** Writes the values of a row in the order of the table's columns. */
  void write(List<@Nullable String> cells) throws IOException;
}
