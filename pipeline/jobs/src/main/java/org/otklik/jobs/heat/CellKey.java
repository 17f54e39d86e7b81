package org.otklik.jobs.heat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which heat cell: a place, a theme and a time.
 *
 * @param grain {@link #HOUR}, {@link #DAY} or {@link #HEXAGON}
 * @param place name of the municipality, null for posts whose place is unknown, which are counted
 *     too; for a hexagon its address in the H3 grid
 * @param theme id of the theme
 * @param start start of the hour or day
 */
public record CellKey(String grain, @Nullable String place, String theme, Instant start) {
  /** A municipality in an hour. */
  public static final String HOUR = "hour";

  /** A municipality on a day of the region's zone. */
  public static final String DAY = "day";

  /** A cell of the H3 grid on a day of the region's zone. */
  public static final String HEXAGON = "hexagon";

  /** The cells of one place and theme, which follow one another: the stream is partitioned so. */
  public String series() {
    return grain + "|" + placeAndTheme();
  }

  /** The key as one string within its grain: from it the document's id is made. */
  public String asString() {
    return start + "|" + placeAndTheme();
  }

  private String placeAndTheme() {
    return theme + "|" + (place == null ? "" : place);
  }
}
