package org.otklik.models.misinformation;

import java.util.List;

/**
 * Logistic regression by gradient descent over all examples at once, with ridge penalty: few
 * features, few thousand examples, the same weights on every run.
 */
final class LogisticTraining {
  private final double ridge;
  private final int steps;

  /**
   * @param ridge strength of the penalty on squared weights, per example; the bias is not penalised
   * @param steps steps of descent
   */
  LogisticTraining(double ridge, int steps) {
    this.ridge = ridge;
    this.steps = steps;
  }

  /**
   * One example.
   *
   * @param features values of the features
   * @param positive what the model should say
   * @param weight how much it counts, for example 1
   */
  record Example(double[] features, boolean positive, double weight) {}

  /**
   * The weights of the features, then the bias.
   *
   * @param sign per feature +1 or −1 when its weight may not have the other sign, 0 when it may
   *     have any
   */
  double[] train(List<Example> examples, int[] sign) {
    int size = sign.length;
    double[] weights = new double[size + 1];
    double[] squares = new double[size + 1];
    double total = examples.stream().mapToDouble(Example::weight).sum();
    for (int step = 0; step < steps; step++) {
      double[] gradient = new double[size + 1];
      for (Example example : examples) {
        double logit = weights[size];
        for (int i = 0; i < size; i++) {
          logit += weights[i] * example.features()[i];
        }
        double error =
            example.weight()
                * (LogisticModel.probability(logit) - (example.positive() ? 1 : 0))
                / total;
        for (int i = 0; i < size; i++) {
          gradient[i] += error * example.features()[i];
        }
        gradient[size] += error;
      }
      for (int i = 0; i <= size; i++) {
        if (i < size) {
          gradient[i] += ridge * weights[i];
        }
        // Adagrad: the step shrinks with what a weight has moved already
        squares[i] += gradient[i] * gradient[i];
        weights[i] -= 0.5 * gradient[i] / (Math.sqrt(squares[i]) + 1e-9);
        if (i < size && sign[i] != 0 && weights[i] * sign[i] < 0) {
          weights[i] = 0;
        }
      }
    }
    return weights;
  }
}
