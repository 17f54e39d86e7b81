package org.otklik.models.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

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
