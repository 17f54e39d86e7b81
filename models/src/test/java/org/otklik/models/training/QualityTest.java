package org.otklik.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityTest {

  private static Judged judged(String truth, String guess, double score) {
    return new Judged(truth, List.of(new Guess(guess, score), new Guess("rest", 1 - score)));
  }

  private static List<Judged> tenRoadsAndTenWaste() {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      judged.add(judged("roads", "roads", 0.9));
      judged.add(judged("waste", i < 5 ? "waste" : "roads", 0.5));
    }
    return judged;
  }

  @Test
  void countsRightAnswersAndTheirF1() {
    Quality quality = Quality.of(tenRoadsAndTenWaste(), 1);

    assertThat(quality.accuracy().value()).isCloseTo(0.75, within(1e-9));
    double roads = 2 * 10 / (10.0 + 15);
    double waste = 2 * 5 / (10.0 + 5);
    assertThat(quality.macroF1().value()).isCloseTo((roads + waste) / 2, within(1e-9));
  }

  @Test
  void putsTheFigureIntoItsInterval() {
    Quality.Interval accuracy = Quality.of(tenRoadsAndTenWaste(), 1).accuracy();

    assertThat(accuracy.low()).isLessThan(accuracy.value());
    assertThat(accuracy.high()).isGreaterThan(accuracy.value());
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(Quality.of(tenRoadsAndTenWaste(), 7).accuracy())
        .isEqualTo(Quality.of(tenRoadsAndTenWaste(), 7).accuracy());
  }

  @Test
  void isMorePreciseWhenOnlyTheSurestAreAnswered() {
    Quality quality = Quality.of(tenRoadsAndTenWaste(), 1);

    assertThat(quality.coverage().get(9).share()).isEqualTo(0.5);
    assertThat(quality.coverage().get(9).precision()).isEqualTo(1);
    assertThat(quality.coverage().get(19).precision()).isEqualTo(0.75);
  }

  @Test
  void namesTheMostFrequentMistake() {
    assertThat(Quality.of(tenRoadsAndTenWaste(), 1).confusions())
        .containsExactly(new Quality.Confusion("waste", "roads", 5));
  }

  @Test
  void drawsTheCoverageCurve() {
    String svg = QualityReport.svg(Quality.of(tenRoadsAndTenWaste(), 1).coverage());

    assertThat(svg).startsWith("<svg").contains("polyline").doesNotContain("NaN");
  }
}
