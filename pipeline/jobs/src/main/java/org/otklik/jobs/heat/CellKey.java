package org.otklik.jobs.heat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which heat cell: a municipality, a theme and an hour.
 *
 * @param municipality name of the municipality; null for posts whose place is unknown, which are
 *     counted too
 * @param theme id of the theme
 * @param hour start of the hour
 */
public record CellKey(@Nullable String municipality, String theme, Instant hour) {

  /**
   * The key as one string: by it the stream is partitioned, and from it the document's id is made.
   */
  public String asString() {
    return hour + "|" + theme + "|" + (municipality == null ? "" : municipality);
  }
}
