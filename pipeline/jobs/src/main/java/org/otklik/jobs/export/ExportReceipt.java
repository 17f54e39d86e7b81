package org.otklik.jobs.export;

import org.jspecify.annotations.Nullable;
import org.otklik.jobs.index.IndexRecord;

/**
 * What the publisher hears: a file has been written, or an index (or a slice of it) says how many
 * documents it has.
 *
 * @param file the file; null for an index
 * @param index the index; null for a file
 * @param present false when there is no such index
 * @param documents how many the index, or the slice, has
 */
public record ExportReceipt(
    @Nullable WrittenFile file, @Nullable String index, boolean present, long documents) {
  static ExportReceipt of(WrittenFile file) {
    return new ExportReceipt(file, null, true, 0);
  }

  static ExportReceipt of(IndexRecord announcement) {
    return new ExportReceipt(
        null, announcement.index(), announcement.present(), announcement.announced());
  }
}
