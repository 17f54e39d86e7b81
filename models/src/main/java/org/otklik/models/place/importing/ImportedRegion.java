package org.otklik.models.place.importing;

import java.util.List;

/**
 * Rows of a region's gazetteer, without the rows of other regions; each in the columns of its file.
 *
 * @param region key of the region
 * @param municipalities rows of {@code municipalities.tsv}
 * @param settlements rows of {@code settlements.tsv}
 * @param aliases rows of {@code aliases.tsv}
 * @param withPoint how many settlements have a point of their own
 * @param placedBy how many settlements got their municipality in each way
 * @param outside points of the sources that lie outside of the region
 * @param unplaced what could not be placed, and why
 */
public record ImportedRegion(
    String region,
    List<List<String>> municipalities,
    List<List<String>> settlements,
    List<List<String>> aliases,
    int withPoint,
    PlacedBy placedBy,
    int outside,
    List<String> unplaced) {
  public ImportedRegion {
    municipalities = List.copyOf(municipalities);
    settlements = List.copyOf(settlements);
    aliases = List.copyOf(aliases);
    unplaced = List.copyOf(unplaced);
  }

  /**
   * Ways in which a municipality was found.
   *
   * @param statement the source states it
   * @param boundary the point lies within its boundary
   * @param name the only municipality of that name's places, or the nearest of them
   * @param nearest its point is the nearest
   */
  public record PlacedBy(int statement, int boundary, int name, int nearest) {}
}
