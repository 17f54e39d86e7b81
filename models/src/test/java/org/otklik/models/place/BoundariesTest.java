package org.otklik.models.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundariesTest {
  private static final String SQUARES =
      """
      {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"municipality":"Лесной"},"geometry":{"type":"Polygon",
         "coordinates":[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[4,4],[6,4],[6,6],[4,6],[4,4]]]}},
        {"type":"Feature","properties":{"municipality":"Приморск"},"geometry":{"type":"MultiPolygon",
         "coordinates":[[[[4,4],[6,4],[6,6],[4,6],[4,4]]],[[[20,0],[21,0],[21,1],[20,0]]]]}}]}
      """;

  private final Boundaries boundaries = Boundaries.of(SQUARES, "squares.geojson");

  @Test
  void findsTheMunicipalityOfAPoint() {
    assertThat(boundaries.municipalityAt(2, 3)).isEqualTo("Лесной");
  }

  @Test
  void aHoleBelongsToTheMunicipalityInIt() {
    assertThat(boundaries.municipalityAt(5, 5)).isEqualTo("Приморск");
  }

  @Test
  void knowsAllPartsOfAMunicipality() {
    assertThat(boundaries.municipalityAt(0.3, 20.6)).isEqualTo("Приморск");
  }

  @Test
  void findsNothingOutside() {
    assertThat(boundaries.municipalityAt(50, 50)).isNull();
  }

  @Test
  void itsMunicipalitiesHavePointsInsideThem() {
    double[] inside = boundaries.pointInside("Лесной");

    assertThat(boundaries.municipalities()).containsExactly("Лесной", "Приморск");
    assertThat(inside).containsExactly(5, 2);
    assertThat(boundaries.pointInside("Дальний")).isNull();
  }

  @Test
  void thePointOfAPostTellsItsMunicipality() {
    Boundaries coast =
        Boundaries.of(SQUARES.replace("[0,0],[10,0],[10,10],[0,10],[0,0]", SmallGazetteer.BOX), "");
    PlaceQuery query = new PlaceQuery("яма", null, null, null, null, null, 47.11, 142.11);

    Place nearest = SmallGazetteer.resolver().resolve(query);
    Place within =
        new PlaceResolver(SmallGazetteer.rows().gazetteer(), "coast", coast).resolve(query);

    assertThat(nearest.municipality()).isEqualTo("Холмский");
    assertThat(within.municipality()).isEqualTo("Лесной");
    assertThat(within.source()).isEqualTo("point");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sakhalin", "khabarovsk", "tula", "nenets"})
  void deliveredPlacesLieInTheBoundariesOfTheirMunicipalities(String region) {
    Path file = Path.of("..", "..", "shared", "data", "boundaries", region + ".geojson");
    assumeThat(file).exists();
    Boundaries real = Boundaries.load(file);
    List<Gazetteer.Settlement> places =
        Gazetteer.load(Path.of("..", "config", "gazetteer"), region).settlements().stream()
            .filter(Gazetteer.Settlement::ownPoint)
            .toList();

    long right =
        places.stream()
            .filter(
                place ->
                    place
                        .municipality()
                        .name()
                        .equals(real.municipalityAt(place.latitude(), place.longitude())))
            .count();

    assertThat((double) right / places.size()).isGreaterThan(0.75);
  }

  @Test
  void tellsTheFeatureWithoutAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Boundaries.of(
                    "{\"features\":[{\"properties\":{},\"geometry\":{}}]}", "squares.geojson"))
        .withMessage("squares.geojson, feature 1: no property «municipality»");
  }

  @Test
  void tellsWhatIsNoGeoJson() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Boundaries.of("<xml/>", "squares.geojson"))
        .withMessage("squares.geojson: is not JSON");
  }
}
