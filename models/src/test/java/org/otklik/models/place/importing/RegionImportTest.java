package org.otklik.models.place.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionImportTest {
  @TempDir private Path folder;

  @Test
  void readsTablesInTheProjectsForm() {
    ImportedRegion imported = RegionImport.run(Samples.tables());

    assertThat(imported.settlements())
        .containsExactly(
            List.of(
                "kursk",
                "Суджанский",
                "Суджа",
                "other",
                "6940",
                "51.1976",
                "35.2726",
                "point",
                "table settlements.tsv"),
            List.of(
                "kursk",
                "Беловский",
                "Белая",
                "other",
                "2810",
                "51.05444",
                "35.71611",
                "point",
                "table settlements.tsv"));
  }

  @Test
  void tellsWhatItCouldNotPlace() {
    assertThat(RegionImport.run(Samples.tables()).unplaced())
        .containsExactly("Нигде (table settlements.tsv): there is no municipality «Тайный»");
  }

  @Test
  void takesTheMostPopulousSettlementForASeatThatNoSourceNames() {
    assertThat(RegionImport.run(Samples.tables()).municipalities().get(1))
        .containsExactly(
            "kursk",
            "Суджанский",
            "Суджанский район",
            "Суджа",
            "51.2312",
            "35.2849",
            "",
            "table municipalities.tsv; seat: guessed, its most populous settlement");
  }

  @Test
  void joinsOktmoWithThePointsOfMaps() {
    ImportedRegion imported = RegionImport.run(Samples.maps(Samples.file("boundaries.geojson")));

    assertThat(imported.settlements())
        .contains(
            List.of(
                "kursk",
                "Суджанский",
                "Суджа",
                "город",
                "6036",
                "51.1976",
                "35.2726",
                "point",
                "oktmo 38640101001; osm"),
            List.of(
                "kursk",
                "Беловский",
                "Белая",
                "слобода",
                "2810",
                "51.05444",
                "35.71611",
                "point",
                "oktmo 38602404101; geonames 1"));
  }

  @Test
  void aSettlementWithoutAPointAdmitsThatItsPointIsTheMunicipalitys() {
    assertThat(RegionImport.run(Samples.maps(Samples.file("boundaries.geojson"))).settlements())
        .contains(
            List.of(
                "kursk",
                "Беловский",
                "Заречье",
                "деревня",
                "",
                "51.1",
                "35.75",
                "municipality",
                "oktmo 38602404106"));
  }

  @Test
  void findsTheMunicipalityByTheBoundary() {
    ImportedRegion imported = RegionImport.run(Samples.maps(Samples.file("boundaries.geojson")));

    assertThat(imported.settlements())
        .anySatisfy(row -> assertThat(row).startsWith("kursk", "Суджанский", "Заолешенка", "село"));
    assertThat(imported.placedBy()).isEqualTo(new ImportedRegion.PlacedBy(4, 1, 0, 0));
  }

  @Test
  void withoutBoundariesTheNearestMunicipalityIsTaken() {
    ImportedRegion imported = RegionImport.run(Samples.maps(null));

    assertThat(imported.settlements())
        .anySatisfy(row -> assertThat(row).startsWith("kursk", "Суджанский", "Заолешенка", "село"));
    assertThat(imported.placedBy().nearest()).isEqualTo(1);
  }

  @Test
  void countsPointsOutsideTheRegion() {
    assertThat(RegionImport.run(Samples.maps(null)).outside()).isEqualTo(1);
  }

  @Test
  void keepsOtherNamesAsInNeedOfSupport() {
    assertThat(RegionImport.run(Samples.maps(null)).aliases())
        .containsExactly(
            List.of("kursk", "Суджанский", "Суджа", "Верхосуджа", "old-name", "true", "osm"));
  }

  @Test
  void tellsWhichNamesOfGeoNamesHaveNoRussianForm() {
    assertThat(RegionImport.run(Samples.maps(null)).unplaced())
        .containsExactly("Nowhere (geonames 4): no Russian name");
  }

  @Test
  void aNumberOutOfRangeIsToldWithFileLineAndColumn() throws IOException {
    Path table = folder.resolve("places.csv");
    Files.writeString(table, "name,municipality,lat,lon\nСуджа,Суджанский,951,35\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlaceTables.settlements(table, "kursk"))
        .withMessage(table + ", line 2, column lat: «951» is not a number between -90.0 and 90.0");
  }

  @Test
  void aDumpWithFewerColumnsIsToldWithItsLine() throws IOException {
    Path dump = folder.resolve("RU.txt");
    Files.writeString(dump, "1\tBelaya\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> GeoNamesDump.read(dump, null, point -> true))
        .withMessage(dump + ", line 1: 2 columns, a dump of GeoNames has 19");
  }

  @Test
  void brokenGeoJsonIsToldWithLineAndColumn() throws IOException {
    Path extract = folder.resolve("places.geojson");
    Files.writeString(extract, "{\"features\":[\n{\"type\":}]}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> OsmPlaces.read(extract))
        .withMessageStartingWith(extract + ", line 2, column 9: is not valid JSON");
  }

  @Test
  void aWrongCodeOfOktmoIsToldWithItsLine() throws IOException {
    Path table = folder.resolve("oktmo.csv");
    Files.writeString(table, "code;name;centre\n38602;Беловский район;\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> OktmoTable.read(table, ""))
        .withMessage(table + ", line 2, column code: «38602» is not 8 or 11 digits");
  }

  @Test
  void aDumpNeedsToBeCutToTheRegion() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ImportRequest(
                    "kursk",
                    List.of(Samples.file("municipalities.tsv")),
                    List.of(),
                    List.of(),
                    "",
                    List.of(),
                    List.of(Samples.file("RU-sample.txt")),
                    null,
                    null,
                    null))
        .withMessageContaining("admin1");
  }
}
