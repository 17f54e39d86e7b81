package org.otklik.models.place.importing;

import org.jspecify.annotations.Nullable;

/**
 * A municipality as the sources tell it.
 *
 * @param name its short name, the key in the gazetteer
 * @param officialName its full name; empty when unknown
 * @param seat its administrative centre; empty when unknown
 * @param population its inhabitants, or -1
 * @param point a point inside it, or null
 * @param source the source, as it will stand in the gazetteer's row
 */
record FoundMunicipality(
    String name,
    String officialName,
    String seat,
    int population,
    @Nullable Point point,
    String source) {

  /** Fills what is not known here from what another source tells of the same municipality. */
  FoundMunicipality filledFrom(FoundMunicipality other) {
    return new FoundMunicipality(
        name,
        officialName.isEmpty() ? other.officialName : officialName,
        seat.isEmpty() ? other.seat : seat,
        population < 0 ? other.population : population,
        point == null ? other.point : point,
        source.equals(other.source) ? source : source + "; " + other.source);
  }
}
