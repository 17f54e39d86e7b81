package org.otklik.models.place.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables of municipalities and settlements in an operator's own hand. Columns are found by the
 * header; where a table has a column {@code region}, only rows of the wanted region are read.
 *
 * <pre>
 * municipalities: municipality [official_name | osm_name] [seat] [population] [lat | centroid_lat] [lon | centroid_lon] [source]
 * settlements:    [name | name_ru_checked | name_ru_guess] [municipality] [type] [population] [lat] [lon] [source]
 * </pre>
 */
final class PlaceTables {
  private PlaceTables() {}

  /**
   * The municipalities of a table.
   *
   * @throws IllegalArgumentException when it is wrong; file, line and column are told
   */
  static List<FoundMunicipality> municipalities(Path file, String region) {
    SourceTable table = SourceTable.read(file);
    table.require("municipality");
    List<FoundMunicipality> found = new ArrayList<>();
    for (SourceTable.Row row : table.rows()) {
      if (isOf(region, table, row)) {
        boolean own = table.has("lat");
        found.add(
            new FoundMunicipality(
                row.required("municipality"),
                row.text("official_name", "osm_name"),
                row.text("seat"),
                row.population("population"),
                row.point(own ? "lat" : "centroid_lat", own ? "lon" : "centroid_lon"),
                source(file, row)));
      }
    }
    return found;
  }

  /**
   * The settlements of a table.
   *
   * @throws IllegalArgumentException when it is wrong; file, line and column are told
   */
  static List<FoundPlace> settlements(Path file, String region) {
    SourceTable table = SourceTable.read(file);
    table.require("name", "name_ru_checked", "name_ru_guess");
    List<FoundPlace> found = new ArrayList<>();
    for (SourceTable.Row row : table.rows()) {
      if (isOf(region, table, row)) {
        Point point = row.point("lat", "lon");
        boolean borrowed = row.text("precision").equals("municipality");
        found.add(
            new FoundPlace(
                row.required("name", "name_ru_checked", "name_ru_guess"),
                SettlementType.of(row.text("type")),
                row.population("population"),
                borrowed ? null : point,
                municipality(row),
                List.of(),
                source(file, row)));
      }
    }
    return found;
  }

  private static @Nullable String municipality(SourceTable.Row row) {
    String stated = row.text("municipality");
    return stated.isEmpty() ? null : stated;
  }

  private static boolean isOf(String region, SourceTable table, SourceTable.Row row) {
    return !table.has("region") || row.text("region").equals(region);
  }

  private static String source(Path file, SourceTable.Row row) {
    String stated = row.text("source");
    return stated.isEmpty() ? "table " + file.getFileName() : stated;
  }
}
