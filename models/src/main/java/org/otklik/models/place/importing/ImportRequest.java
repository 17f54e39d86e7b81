package org.otklik.models.place.importing;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to import and how the region is cut out of it. Files of the first kinds are trusted before
 * those of the later ones.
 *
 * @param region key of the region: the first column of the rows that are written, and the value of
 *     a column {@code region} in the tables
 * @param municipalities tables of municipalities
 * @param settlements tables of settlements
 * @param oktmo tables of ОКТМО
 * @param oktmoPrefix digits that the region's codes begin with; empty for all
 * @param osm extracts of OpenStreetMap's places
 * @param geoNames dumps of GeoNames
 * @param admin1 GeoNames' code of the region, or null
 * @param box points of OpenStreetMap and GeoNames outside of it are not the region's, or null
 * @param boundaries GeoJSON of the municipalities' boundaries, or null
 */
public record ImportRequest(
    String region,
    List<Path> municipalities,
    List<Path> settlements,
    List<Path> oktmo,
    String oktmoPrefix,
    List<Path> osm,
    List<Path> geoNames,
    @Nullable String admin1,
    @Nullable BoundingBox box,
    @Nullable Path boundaries) {
  public ImportRequest {
    municipalities = List.copyOf(municipalities);
    settlements = List.copyOf(settlements);
    oktmo = List.copyOf(oktmo);
    osm = List.copyOf(osm);
    geoNames = List.copyOf(geoNames);
    if (!region.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "region «" + region + "»: a key is of small Latin letters, digits and hyphens");
    }
    if (settlements.isEmpty() && oktmo.isEmpty() && osm.isEmpty() && geoNames.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to import: name a table of settlements, an ОКТМО table, an OpenStreetMap extract"
              + " or a GeoNames dump");
    }
    if (municipalities.isEmpty() && oktmo.isEmpty() && boundaries == null) {
      throw new IllegalArgumentException(
          "the municipalities are not known: name a table of them, an ОКТМО table or boundaries");
    }
    if (!geoNames.isEmpty() && admin1 == null && box == null && boundaries == null) {
      throw new IllegalArgumentException(
          "a dump of GeoNames holds a whole country: say what to take by the region's admin1 code,"
              + " a bounding box or boundaries");
    }
    if (!osm.isEmpty() && box == null && boundaries == null && municipalities.isEmpty()) {
      throw new IllegalArgumentException(
          "an OpenStreetMap extract needs boundaries, a bounding box or a table of municipalities"
              + " with points, to tell whose its places are");
    }
  }
}
