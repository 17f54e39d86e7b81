package org.otklik.jobs.index;

import java.io.Serializable;
import java.util.List;

/**
 * What is read of an index.
 *
 * @param index its name without the installation's prefix
 * @param query a query as JSON, for example {@code {"term":{"theme":"roads"}}}
 * @param fields the fields to be read; all when there are none
 * @param slices how many parts may be read side by side, at least 1
 * @param required false when a missing index counts as an empty one
 */
public record IndexQuestion(
    String index, String query, List<String> fields, int slices, boolean required)
    implements Serializable {
  /** Copies. */
  public IndexQuestion {
    fields = List.copyOf(fields);
  }
}
