package org.otklik.models.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearModelTest {
  private static final LinearModel MODEL =
      new LinearModel(
          List.of("roads", "energy"),
          new int[] {-5, 7, 2_000_000_000},
          new float[] {1, 2, 1},
          new float[] {3, -3, -1, 1, 0.5f, 0},
          1);

  private static Features features(int... hashes) {
    Features features = new Features();
    for (int i = 0; i < hashes.length; i++) {
      features.add(hashes[i], i);
    }
    return features;
  }

  @Test
  void weighsTheFeaturesItKnowsAndBringsTheTextToLengthOne() {
    double length = Math.sqrt(1 + 4);

    double[] sums = MODEL.sums(features(-5, 7, 99));

    assertThat(sums[0]).isCloseTo((3 - 2) / length, within(1e-6));
    assertThat(sums[1]).isCloseTo((-3 + 2) / length, within(1e-6));
  }

  @Test
  void givesEqualProbabilitiesWhenItKnowsNothing() {
    assertThat(MODEL.probabilities(features(1, 2))).containsExactly(0.5, 0.5);
  }

  @Test
  void leadsADecisionBackToWords() {
    double[] words = MODEL.contributions(features(-5, 99, 7), 3, 0, 1);

    assertThat(words[0]).isPositive();
    assertThat(words[1]).isZero();
    assertThat(words[2]).isNegative();
    double[] sums = MODEL.sums(features(-5, 99, 7));
    assertThat(words[0] + words[2]).isCloseTo(sums[0] - sums[1], within(1e-6));
  }

  @Test
  void isFlatterWithAHigherTemperature() {
    Features features = features(-5);

    assertThat(MODEL.withTemperature(3).probabilities(features)[0])
        .isBetween(0.5, MODEL.probabilities(features)[0]);
  }

  @Test
  void isTheSameAfterWritingAndReading() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MODEL.write(new DataOutputStream(bytes));

    LinearModel read =
        LinearModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(read.labels()).isEqualTo(MODEL.labels());
    double[] before = MODEL.probabilities(features(-5, 7, 2_000_000_000));
    double[] after = read.probabilities(features(-5, 7, 2_000_000_000));
    assertThat(after[0]).isCloseTo(before[0], within(0.01));
  }

  @Test
  void refusesSomethingElse() {
    DataInputStream other = new DataInputStream(new ByteArrayInputStream(new byte[40]));

    assertThatThrownBy(() -> LinearModel.read(other)).hasMessageContaining("not a linear model");
  }
}
