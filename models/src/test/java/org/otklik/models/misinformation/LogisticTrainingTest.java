package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticTrainingTest {
  private static final List<LogisticTraining.Example> EXAMPLES =
      List.of(
          new LogisticTraining.Example(new double[] {1, 0}, true, 1),
          new LogisticTraining.Example(new double[] {0.9, 1}, true, 1),
          new LogisticTraining.Example(new double[] {0.1, 0}, false, 1),
          new LogisticTraining.Example(new double[] {0, 1}, false, 1));

  @Test
  void learnsWhichFeatureDecides() {
    double[] weights = new LogisticTraining(0.001, 500).train(EXAMPLES, new int[] {0, 0});
    assertThat(weights[0]).isGreaterThan(2);
    assertThat(Math.abs(weights[1])).isLessThan(weights[0] / 2);
    assertThat(LogisticModel.probability(weights[2] + weights[0])).isGreaterThan(0.8);
    assertThat(LogisticModel.probability(weights[2])).isLessThan(0.2);
  }

  @Test
  void keepsToTheGivenSign() {
    double[] weights = new LogisticTraining(0.001, 500).train(EXAMPLES, new int[] {-1, 0});
    assertThat(weights[0]).isLessThanOrEqualTo(0);
  }

  @Test
  void givesSameWeightsTwice() {
    LogisticTraining training = new LogisticTraining(0.001, 100);
    assertThat(training.train(EXAMPLES, new int[] {0, 0}))
        .isEqualTo(training.train(EXAMPLES, new int[] {0, 0}));
  }
}
