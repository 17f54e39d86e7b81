package org.otklik.jobs.index;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What {@link IndexSource} reads of an index: of each slice first how many documents it holds, then
 * each of them.
 *
 * @param index the index's name without the installation's prefix
 * @param id the document's id; null for an announcement
 * @param source the document as JSON in UTF-8; null for an announcement
 * @param announced how many documents follow, by the server's own count; 0 for a document
 * @param present false when there is no such index
 */
public record IndexRecord(
    String index, @Nullable String id, byte @Nullable [] source, long announced, boolean present) {

  /** A document. */
  public static IndexRecord document(String index, String id, String source) {
    return new IndexRecord(index, id, source.getBytes(StandardCharsets.UTF_8), 0, true);
  }

  /** How many documents there are. */
  public static IndexRecord announcement(String index, long documents) {
    return new IndexRecord(index, null, null, documents, true);
  }

  /** There is no such index. */
  public static IndexRecord missing(String index) {
    return new IndexRecord(index, null, null, 0, false);
  }
}
