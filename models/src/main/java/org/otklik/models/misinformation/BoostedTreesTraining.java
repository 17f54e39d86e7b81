package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Grows {@link BoostedTrees} for the logistic loss: each tree is fitted to what the trees before it
 * got wrong, by second-order gradients over histograms of the features (Chen and Guestrin 2016). No
 * chance is involved: the same examples give the same trees.
 */
final class BoostedTreesTraining {
  private static final int MOST_BINS = 255;

  private final Settings settings;

  /**
   * How trees are grown.
   *
   * @param trees how many
   * @param depth questions that a tree asks at most
   * @param rate share of each tree's correction that is taken
   * @param ridge strength of the penalty on squared leaf values
   * @param leastExamples examples that a leaf must hold
   */
  record Settings(int trees, int depth, double rate, double ridge, int leastExamples) {}

  BoostedTreesTraining(Settings settings) {
    this.settings = settings;
  }

  BoostedTrees train(List<LogisticTraining.Example> examples) {
    return new Growth(examples).grow();
  }

  private final class Growth {
    private final int size;
    private final int features;
    private final double[][] bounds; // per feature: upper bounds of its bins but the last
    private final int[][] bins; // per feature: the bin of each example
    private final boolean[] positive;
    private final double[] weight;
    private final double[] logit;
    private final double[] gradient;
    private final double[] curvature;

    Growth(List<LogisticTraining.Example> examples) {
      this.size = examples.size();
      this.features = examples.get(0).features().length;
      this.bounds = new double[features][];
      this.bins = new int[features][size];
      this.positive = new boolean[size];
      this.weight = new double[size];
      this.logit = new double[size];
      this.gradient = new double[size];
      this.curvature = new double[size];
      for (int i = 0; i < size; i++) {
        positive[i] = examples.get(i).positive();
        weight[i] = examples.get(i).weight();
      }
      for (int f = 0; f < features; f++) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
          values[i] = examples.get(i).features()[f];
        }
        bounds[f] = bounds(values);
        for (int i = 0; i < size; i++) {
          int at = Arrays.binarySearch(bounds[f], values[i]);
          bins[f][i] = at >= 0 ? at : -at - 1;
        }
      }
    }

    BoostedTrees grow() {
      double all = 0;
      double right = 0;
      for (int i = 0; i < size; i++) {
        all += weight[i];
        right += positive[i] ? weight[i] : 0;
      }
      double base = Math.log(right / (all - right));
      Arrays.fill(logit, base);
      List<BoostedTrees.Node> trees = new ArrayList<>();
      int[] everyone = new int[size];
      Arrays.setAll(everyone, i -> i);
      for (int tree = 0; tree < settings.trees; tree++) {
        for (int i = 0; i < size; i++) {
          double probability = LogisticModel.probability(logit[i]);
          gradient[i] = weight[i] * (probability - (positive[i] ? 1 : 0));
          curvature[i] = weight[i] * probability * (1 - probability);
        }
        trees.add(node(everyone, settings.depth));
      }
      return new BoostedTrees(base, trees);
    }

    private BoostedTrees.Node node(int[] members, int depth) {
      double sum = 0;
      double curve = 0;
      for (int i : members) {
        sum += gradient[i];
        curve += curvature[i];
      }
      Best best = depth == 0 ? null : best(members, sum, curve);
      if (best == null) {
        double value = -settings.rate * sum / (curve + settings.ridge);
        for (int i : members) {
          logit[i] += value;
        }
        return new BoostedTrees.Leaf(value);
      }
      int[] below = Arrays.stream(members).filter(i -> bins[best.feature][i] <= best.bin).toArray();
      int[] above = Arrays.stream(members).filter(i -> bins[best.feature][i] > best.bin).toArray();
      return new BoostedTrees.Split(
          best.feature,
          bounds[best.feature][best.bin],
          node(below, depth - 1),
          node(above, depth - 1));
    }

    private @Nullable Best best(int[] members, double sum, double curve) {
      Best best = null;
      double most = score(sum, curve) + 1e-9;
      for (int f = 0; f < features; f++) {
        int count = bounds[f].length + 1;
        double[] sums = new double[count];
        double[] curves = new double[count];
        int[] examples = new int[count];
        for (int i : members) {
          int bin = bins[f][i];
          sums[bin] += gradient[i];
          curves[bin] += curvature[i];
          examples[bin]++;
        }
        double belowSum = 0;
        double belowCurve = 0;
        int below = 0;
        for (int bin = 0; bin < count - 1; bin++) {
          belowSum += sums[bin];
          belowCurve += curves[bin];
          below += examples[bin];
          if (below < settings.leastExamples || members.length - below < settings.leastExamples) {
            continue;
          }
          double gained = score(belowSum, belowCurve) + score(sum - belowSum, curve - belowCurve);
          if (gained > most) {
            most = gained;
            best = new Best(f, bin);
          }
        }
      }
      return best;
    }

    private double score(double sum, double curve) {
      return sum * sum / (curve + settings.ridge);
    }
  }

  private record Best(int feature, int bin) {}

  /** Half-way between neighbouring values; of many values only so many that bins hold alike. */
  private static double[] bounds(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    if (distinct.length <= MOST_BINS) {
      double[] bounds = new double[distinct.length - 1];
      Arrays.setAll(bounds, i -> (distinct[i] + distinct[i + 1]) / 2);
      return bounds;
    }
    double[] bounds = new double[MOST_BINS - 1];
    Arrays.setAll(bounds, i -> sorted[(int) ((i + 1L) * sorted.length / MOST_BINS)]);
    return Arrays.stream(bounds).distinct().toArray();
  }
}
