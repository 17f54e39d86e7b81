package org.otklik.models.topic;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells what kind of message a text is: problem, question, suggestion, gratitude, information or
 * noise. Safe for use by several threads.
 */
public final class TypeClassifier {
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
    return IntStream.range(0, scores.length)
        .mapToObj(label -> new TypeScore(model.labels().get(label), scores[label]))
        .sorted(Comparator.comparingDouble(TypeScore::score).reversed())
        .toList();
  }
}
