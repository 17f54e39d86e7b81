package org.otklik.jobs.channel;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one after another. */
interface Rows extends Closeable {

  /** The table can't be followed any further. */
  final class BrokenTable extends Exception {
    private static final long serialVersionUID = 1L;

    /** What was read of the rest, empty when nothing is known of it. */
    private final String rest;

    BrokenTable(String where, String rest) {
      super(where);
      this.rest = rest;
    }

    String rest() {
      return rest;
    }
  }

  /** The next row's cells, empty strings for empty ones; null at the end. */
  @Nullable List<String> next() throws IOException, BrokenTable;
}
