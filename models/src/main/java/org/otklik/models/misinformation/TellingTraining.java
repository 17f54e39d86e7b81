package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/**
 * Learns the weights of {@link TellingModel}: multinomial logistic regression with ridge penalty,
 * by OpenNLP's quasi-Newton method. The same examples in the same order give the same weights.
 */
final class TellingTraining {
  private static final int ITERATIONS = 300;
  private static final int REMEMBERED_STEPS = 15;
  private static final int MOST_EVALUATIONS = 30_000;
  private static final double RIDGE = 1;

  private TellingTraining() {}

  /**
   * One example.
   *
   * @param marks its marks and how strong each is
   * @param telling how it is told
   * @param weight how much it counts, for example 1
   */
  record Example(Map<String, Double> marks, Telling telling, double weight) {}

  /** The weights of each mark and of {@link TellingModel#BIAS}, in the order of {@link Telling}. */
  static Map<String, double[]> train(List<Example> examples) {
    TreeMap<String, Integer> rowOf = new TreeMap<>();
    for (Example example : examples) {
      example.marks.keySet().forEach(mark -> rowOf.put(mark, 0));
    }
    int rows = 0;
    for (Map.Entry<String, Integer> row : rowOf.entrySet()) {
      row.setValue(rows++);
    }
    Likelihood likelihood = new Likelihood(examples, rowOf);
    double[] point =
        new QNMinimizer(0, 0, ITERATIONS, REMEMBERED_STEPS, MOST_EVALUATIONS).minimize(likelihood);
    Map<String, double[]> weights = new TreeMap<>();
    weights.put(TellingModel.BIAS, likelihood.row(point, rows));
    rowOf.forEach((mark, row) -> weights.put(mark, likelihood.row(point, row)));
    return weights;
  }

  /**
   * Minus the logarithm of the examples' likelihood, plus the penalty; the last row is the bias.
   */
  private static final class Likelihood implements Function {
    private static final int WAYS = Telling.values().length;

    private final List<int[]> rows = new ArrayList<>();
    private final List<double[]> strengths = new ArrayList<>();
    private final List<Example> examples;
    private final int biasRow;

    Likelihood(List<Example> examples, Map<String, Integer> rowOf) {
      this.examples = examples;
      this.biasRow = rowOf.size();
      for (Example example : examples) {
        int[] found = new int[example.marks.size() + 1];
        double[] strength = new double[found.length];
        int i = 0;
        for (Map.Entry<String, Double> mark : example.marks.entrySet()) {
          found[i] = rowOf.get(mark.getKey());
          strength[i++] = mark.getValue();
        }
        found[i] = biasRow;
        strength[i] = 1;
        rows.add(found);
        strengths.add(strength);
      }
    }

    double[] row(double[] point, int row) {
      double[] weights = new double[WAYS];
      System.arraycopy(point, row * WAYS, weights, 0, WAYS);
      return weights;
    }

    @Override
    public int getDimension() {
      return (biasRow + 1) * WAYS;
    }

    @Override
    public double valueAt(double[] point) {
      double value = 0;
      for (int i = 0; i < biasRow * WAYS; i++) {
        value += RIDGE * point[i] * point[i] / 2;
      }
      for (int e = 0; e < rows.size(); e++) {
        Example example = examples.get(e);
        value -=
            example.weight
                * Math.log(Math.max(1e-300, probabilities(point, e)[example.telling.ordinal()]));
      }
      return value;
    }

    @Override
    public double[] gradientAt(double[] point) {
      double[] gradient = new double[point.length];
      for (int i = 0; i < biasRow * WAYS; i++) {
        gradient[i] = RIDGE * point[i];
      }
      for (int e = 0; e < rows.size(); e++) {
        Example example = examples.get(e);
        double[] error = probabilities(point, e);
        error[example.telling.ordinal()] -= 1;
        int[] found = rows.get(e);
        double[] strength = strengths.get(e);
        for (int i = 0; i < found.length; i++) {
          for (int way = 0; way < WAYS; way++) {
            gradient[found[i] * WAYS + way] += example.weight * error[way] * strength[i];
          }
        }
      }
      return gradient;
    }

    private double[] probabilities(double[] point, int e) {
      double[] sums = new double[WAYS];
      int[] found = rows.get(e);
      double[] strength = strengths.get(e);
      for (int i = 0; i < found.length; i++) {
        for (int way = 0; way < WAYS; way++) {
          sums[way] += point[found[i] * WAYS + way] * strength[i];
        }
      }
      return TellingModel.normalized(sums);
    }
  }
}
