package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns when a post repeats a claim: the file of {@link MatchModel}. Its thresholds are set on
 * claims left out of training, fold by fold, without the floors of coverage and margin that {@link
 * ClaimMatcher} has: with them precision is higher. The same posts give the same file.
 */
final class MatchTraining {
  private static final String HEAD =
      """
      # The matcher's trees, written by TrainMisinformation from labelled posts and everyday messages. What each feature means: see
      # MatchFeature; how a tree is read: see BoostedTrees. score = 1 / (1 + exp(-(base + sum of the trees)))
      #   threshold     from this score on a post counts as repeating the claim
      #   suggest-from  from this score on the likeness is a hint to a person (signal resembles-claim), no match
      """;

  private static final double EVERYDAY_WEIGHT = 0.15;
  private static final double SUGGESTED = 0.9;
  private static final double CERTAIN = 0.99;
  private static final BoostedTreesTraining.Settings TREES =
      new BoostedTreesTraining.Settings(400, 4, 0.05, 5, 30);

  private final List<TrainingPosts.Item> items;
  private final List<Pair> pairs = new ArrayList<>();

  /** A comparison with what it should be. */
  private record Pair(int item, boolean counts, LogisticTraining.Example example) {}

  MatchTraining(List<TrainingPosts.Item> items) {
    this.items = items;
    for (int i = 0; i < items.size(); i++) {
      addPairs(i);
    }
  }

  private void addPairs(int index) {
    TrainingPosts.Item item = items.get(index);
    for (Comparison comparison : item.matcher().compare(item.read())) {
      String claimId = comparison.wording().entry().claim().id();
      pairs.add(
          new Pair(
              index,
              !item.everyday() && comparison.sharedTerms() >= ClaimMatcher.LEAST_SHARED,
              new LogisticTraining.Example(
                  comparison.features(),
                  claimId.equals(item.post().claimId()),
                  item.everyday() ? EVERYDAY_WEIGHT : 1)));
    }
  }

  /**
   * The file of {@link MatchModel}.
   *
   * @param precision the precision that the threshold is set for, on claims left out of training,
   *     over the labelled posts
   */
  String trees(double precision) {
    double[] scores = new double[pairs.size()];
    for (int fold = 0; fold < TrainingPosts.FOLDS; fold++) {
      int left = fold;
      BoostedTrees trees =
          train(pairs.stream().filter(pair -> items.get(pair.item).fold() != left).toList());
      for (int i = 0; i < scores.length; i++) {
        if (items.get(pairs.get(i).item).fold() == fold) {
          scores[i] = LogisticModel.probability(trees.logit(pairs.get(i).example.features()));
        }
      }
    }
    List<Best> falling = bests(scores);
    double threshold = threshold(falling, precision);
    MatchModel model = new MatchModel(train(pairs), threshold, SUGGESTED * threshold);
    return HEAD + leftOut(falling) + String.join("\n", model.lines()) + "\n";
  }

  private static BoostedTrees train(List<Pair> pairs) {
    return new BoostedTreesTraining(TREES).train(pairs.stream().map(Pair::example).toList());
  }

  /** The best candidate of a post. */
  private record Best(double score, boolean right) {}

  private List<Best> bests(double[] scores) {
    Map<Integer, Best> bests = new TreeMap<>();
    for (int i = 0; i < scores.length; i++) {
      Pair pair = pairs.get(i);
      Best known = bests.get(pair.item);
      if (pair.counts && (known == null || scores[i] > known.score)) {
        bests.put(pair.item, new Best(scores[i], pair.example.positive()));
      }
    }
    return bests.values().stream()
        .sorted(Comparator.comparingDouble(Best::score).reversed())
        .toList();
  }

  /** The lowest threshold from which on the best candidates are right often enough. */
  private static double threshold(List<Best> falling, double precision) {
    double threshold = CERTAIN;
    int right = 0;
    for (int i = 0; i < falling.size(); i++) {
      right += falling.get(i).right ? 1 : 0;
      if (right >= precision * (i + 1)) {
        threshold = falling.get(i).score;
      }
    }
    return threshold;
  }

  /** Comment lines that say what thresholds give on claims left out of training. */
  private String leftOut(List<Best> falling) {
    long labelled = items.stream().filter(item -> item.post().claimId() != null).count();
    StringBuilder lines = new StringBuilder("# On claims left out of training, five-fold:\n");
    for (double threshold = 0.3; threshold < 0.95; threshold += 0.1) {
      double lowest = threshold;
      long found = falling.stream().filter(best -> best.score >= lowest).count();
      long right = falling.stream().filter(best -> best.score >= lowest && best.right).count();
      lines.append(
          String.format(
              Locale.ROOT,
              "#   threshold %.1f: precision %.3f, recall %.3f%n",
              threshold,
              found == 0 ? 1.0 : (double) right / found,
              (double) right / labelled));
    }
    return lines.toString();
  }
}
