package org.otklik.jobs.index;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Document;

/**
 * One document that waits to be written: what the sink buffers and keeps in checkpoints.
 *
 * @param index the index's name without the installation's prefix, so that a savepoint does not
 *     depend on it
 * @param id deterministic id
 * @param version external version: an older one never replaces a newer one
 * @param body the document as JSON in UTF-8
 */
public record DocumentWrite(String index, String id, long version, byte[] body)
    implements Serializable {
  /** About what a bulk request's line of metadata takes besides index and id. */
  private static final int METADATA_BYTES = 90;

  /** What writes this document. */
  public static DocumentWrite of(Document document) {
    return new DocumentWrite(document.index(), document.id(), document.version(), document.body());
  }

  /** The document to be written. */
  public Document document() {
    return new Document(index, id, version, body);
  }

  /** About how many bytes it takes in a bulk request. */
  int sizeInBytes() {
    return METADATA_BYTES + index.length() + id.length() + body.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocumentWrite that
        && version == that.version
        && index.equals(that.index)
        && id.equals(that.id)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(index, id, version, Arrays.hashCode(body));
  }

  /** Without the content. */
  @Override
  public String toString() {
    return "%s/%s version %d, %d bytes".formatted(index, id, version, body.length);
  }
}
