package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatchModelTest {
  private static final MatchModel MODEL =
      new MatchModel(BoostedTrees.parse(-1, List.of("f0<=0.50000 =-2.0000 =2.0000")), 0.6, 0.4);

  @Test
  void whatIsWrittenIsReadAgain() {
    MatchModel again = MatchModel.parse(MODEL.lines());
    assertThat(again.lines()).isEqualTo(MODEL.lines());
    double[] features = new double[MatchFeature.values().length];
    features[MatchFeature.COVERAGE.ordinal()] = 1;
    assertThat(again.probability(features)).isEqualTo(LogisticModel.probability(1));
  }

  @Test
  void treesOfOtherFeaturesAreRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> MatchModel.parse(List.of("features = coverage exact", "base = 0")))
        .withMessageContaining("match-trees.txt: trained with other features");
  }

  @Test
  void aMissingNumberIsNamed() {
    List<String> lines =
        MODEL.lines().stream().filter(line -> !line.startsWith("threshold")).toList();
    assertThatIllegalStateException()
        .isThrownBy(() -> MatchModel.parse(lines))
        .withMessageContaining("match-trees.txt has no line «threshold = number»");
  }

  @Test
  void everyWayOfTellingHasItsFeature() {
    for (Telling way : Telling.values()) {
      assertThat(MatchFeature.of(way).name()).isEqualTo("TOLD_AS_" + way.name());
    }
  }
}
