package org.otklik.models.topic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Tells what kind of message a text is: problem, question, suggestion, gratitude, information or
 * noise. Safe for use by several threads.
 */
public final class TypeClassifier {
  private static final Comparator<TypeScore> BEST_FIRST =
      (one, other) -> Double.compare(other.score(), one.score());

  private final LinearModel model;

  public TypeClassifier(LinearModel model) {
    this.model = model;
  }

  /** The model that ships with this jar. */
  public static TypeClassifier load() {
    return new TypeClassifier(ModelFiles.load("types", LinearModel::read));
  }

  /**
   * All types with their scores, best first; the scores add up to 1.
   *
   * @param features what {@link TypeFeatures} found in the text
   */
  public List<TypeScore> classify(Features features) {
    double[] scores = model.probabilities(features);
    TypeScore[] types = new TypeScore[scores.length];
    for (int label = 0; label < scores.length; label++) {
      types[label] = new TypeScore(model.labels().get(label), scores[label]);
    }
    Arrays.sort(types, BEST_FIRST);
    return List.of(types);
  }
}
