package org.otklik.models.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HexCellsTest {
  private final HexCells cells = new HexCells();

  @Test
  void findsTheCellOfAPoint() {
    // the example of H3's documentation
    assertThat(cells.at(37.775938728915946, -122.41795063018799, HexCells.FINE))
        .isEqualTo("872830828ffffff");
  }

  @Test
  void twoEndsOfATownShareTheCoarseCell() {
    assertThat(cells.at(47.047, 142.045, HexCells.COARSE))
        .isEqualTo(cells.at(47.052, 142.052, HexCells.COARSE));
  }

  @Test
  void aSettlementsPointHasACell() {
    assertThat(HexCells.fits(place("яма в Холмске на улице Ленина"))).isTrue();
  }

  @Test
  void aMunicipalitysPointHasNone() {
    assertThat(HexCells.fits(place("в Холмском районе яма"))).isFalse();
  }

  @Test
  void aPostsOwnPointHasOne() {
    Place place =
        SmallGazetteer.resolver()
            .resolve(new PlaceQuery("яма", null, null, null, null, null, 47.4, 142.3));

    assertThat(place.pointPrecision()).isEqualTo(Place.OWN_POINT);
    assertThat(HexCells.fits(place)).isTrue();
  }

  @Test
  void aPostsOwnPointIsBetterThanItsSettlementsWhenTheyAgree() {
    PlaceQuery query = new PlaceQuery("яма в Холмске", null, null, null, null, null, 47.06, 142.06);
    Place place = SmallGazetteer.resolver().resolve(query);

    assertThat(place.settlement()).isEqualTo("Холмск");
    assertThat(place.pointPrecision()).isEqualTo(Place.OWN_POINT);
    assertThat(place.latitude()).isEqualTo(47.06);
  }

  @Test
  void aPostsOwnPointElsewhereIsNotThatOfTheProblem() {
    PlaceQuery query = new PlaceQuery("яма в Холмске", null, null, null, null, null, 46.63, 142.78);
    Place place = SmallGazetteer.resolver().resolve(query);

    assertThat(place.pointPrecision()).isEqualTo(Place.SETTLEMENT_POINT);
    assertThat(place.latitude()).isEqualTo(47.05);
  }

  private static Place place(String text) {
    return SmallGazetteer.resolver().resolve(PlaceQuery.of(text, null));
  }
}
