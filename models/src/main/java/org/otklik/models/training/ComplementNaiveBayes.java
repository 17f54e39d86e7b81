package org.otklik.models.training;

import java.util.List;

/**
 * Complement naive Bayes with normalised weights (Rennie et al., «Tackling the Poor Assumptions of
 * Naive Bayes Text Classifiers», 2003): a label's weights come from the texts of all other labels,
 * which suits labels with few texts of their own.
 */
final class ComplementNaiveBayes {
  private static final double SMOOTHING = 0.1;

  private ComplementNaiveBayes() {}

  /** Row by row, one column per label; the weights of a label are 1 on average. */
  static float[] weights(List<LinearModelTrainer.Vector> vectors, int labels, int features) {
    double[] mass = new double[features * labels];
    double[] ofFeature = new double[features];
    double[] ofLabel = new double[labels];
    double all = 0;
    for (LinearModelTrainer.Vector vector : vectors) {
      for (int i = 0; i < vector.rows().length; i++) {
        int row = vector.rows()[i];
        double value = vector.values()[i];
        mass[row * labels + vector.label()] += value;
        ofFeature[row] += value;
        ofLabel[vector.label()] += value;
        all += value;
      }
    }
    float[] weights = new float[features * labels];
    for (int label = 0; label < labels; label++) {
      double rest = all - ofLabel[label] + SMOOTHING * features;
      double sum = 0;
      for (int row = 0; row < features; row++) {
        double other = ofFeature[row] - mass[row * labels + label] + SMOOTHING;
        double weight = -Math.log(other / rest);
        weights[row * labels + label] = (float) weight;
        sum += Math.abs(weight);
      }
      float mean = (float) (sum / features);
      for (int row = 0; row < features; row++) {
        weights[row * labels + label] /= mean;
      }
    }
    return weights;
  }
}
