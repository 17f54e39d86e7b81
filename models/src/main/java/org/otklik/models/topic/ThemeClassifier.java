package org.otklik.models.topic;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.otklik.models.text.Token;

/**
 * Finds the theme of a text with a linear model trained by {@code ThemeTrainer}. Safe for use by
 * several threads.
 */
public final class ThemeClassifier {
  private final LinearModel model;

  public ThemeClassifier(LinearModel model) {
    this.model = model;
  }

  /** The model that ships with this jar. */
  public static ThemeClassifier load() {
    return new ThemeClassifier(ModelFiles.load("themes"));
  }

  /** All themes with their scores, best first; the scores add up to 1. */
  public List<ThemeScore> classify(List<Token> tokens) {
    double[] scores = model.probabilities(ThemeFeatures.of(tokens));
    return IntStream.range(0, scores.length)
        .mapToObj(label -> new ThemeScore(model.labels().get(label), scores[label]))
        .sorted(Comparator.comparingDouble(ThemeScore::score).reversed())
        .toList();
  }
}
