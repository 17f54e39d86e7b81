package org.otklik.models.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NearestSettlementTest {
  private final NearestSettlement nearest =
      new NearestSettlement(SmallGazetteer.rows().gazetteer().settlements());

  @Test
  void findsTheNearestOneAcrossCells() {
    NearestSettlement.Found found = nearest.to(46.6, 142.8);

    assertThat(found).isNotNull();
    assertThat(found.settlement().name()).isEqualTo("Корсаков");
    assertThat(found.kilometres()).isCloseTo(3.7, within(0.1));
  }

  @Test
  void neverTakesAPointThatIsOnlyAMunicipalitys() {
    NearestSettlement.Found found = nearest.to(46.5, 143.3);

    assertThat(found).isNotNull();
    assertThat(found.settlement().name()).isEqualTo("Корсаков");
  }

  @Test
  void findsNothingFarAway() {
    assertThat(nearest.to(10, 10)).isNull();
  }
}
