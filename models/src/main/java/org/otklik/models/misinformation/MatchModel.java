package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How likely it is that a post repeats a claim, from what they share: {@link BoostedTrees} over the
 * {@link MatchFeature}s, with two thresholds. Immutable, safe for use by several threads.
 *
 * @param trees give the logarithm of the odds
 * @param threshold from this probability on a post counts as repeating the claim
 * @param suggestFrom from this probability on the likeness is a hint to a person, no match
 */
record MatchModel(BoostedTrees trees, double threshold, double suggestFrom) {
  static final String RESOURCE = "match-trees.txt";
  private static final String FEATURES = "features";
  private static final String BASE = "base";
  private static final String THRESHOLD = "threshold";
  private static final String SUGGEST_FROM = "suggest-from";

  private static final class Shared {
    static final MatchModel INSTANCE = parse(ResourceLines.of(RESOURCE));
  }

  /** The model that ships with this jar. */
  static MatchModel shared() {
    return Shared.INSTANCE;
  }

  /**
   * @param features values in the order of {@link MatchFeature}
   */
  double probability(double[] features) {
    return LogisticModel.probability(trees.logit(features));
  }

  /**
   * @throws IllegalStateException when a line is missing or has another form
   */
  static MatchModel parse(List<String> lines) {
    Map<String, String> head = new HashMap<>();
    List<String> trees = new ArrayList<>();
    for (String line : lines) {
      int equals = line.indexOf(" = ");
      if (equals > 0) {
        head.put(line.substring(0, equals), line.substring(equals + 3).strip());
      } else {
        trees.add(line);
      }
    }
    if (!Arrays.asList(head.getOrDefault(FEATURES, "").split(" ")).equals(MatchFeature.keys())) {
      throw new IllegalStateException(
          RESOURCE + ": trained with other features than MatchFeature has: train it again");
    }
    return new MatchModel(
        BoostedTrees.parse(number(head, BASE), trees),
        number(head, THRESHOLD),
        number(head, SUGGEST_FROM));
  }

  private static double number(Map<String, String> head, String name) {
    try {
      return Double.parseDouble(head.getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw new IllegalStateException(RESOURCE + " has no line «" + name + " = number»", e);
    }
  }

  /** The lines that {@link #parse} reads. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(FEATURES + " = " + String.join(" ", MatchFeature.keys()));
    lines.add(line(BASE, trees.base()));
    lines.add(line(THRESHOLD, threshold));
    lines.add(line(SUGGEST_FROM, suggestFrom));
    lines.addAll(trees.lines());
    return lines;
  }

  private static String line(String name, double value) {
    return String.format(Locale.ROOT, "%s = %.4f", name, value);
  }
}
