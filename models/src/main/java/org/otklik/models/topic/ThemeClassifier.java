package org.otklik.models.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.otklik.models.text.Token;

/**
 * Finds the theme of a text with a linear model trained by {@code ThemeTrainer}. Safe for use by
 * several threads.
 */
public final class ThemeClassifier {
  /**
   * Probability from which a theme may be trusted without a person's look: chosen on held-out
   * messages so that 95 of 100 such themes are right (see the model card).
   */
  public static final double CERTAIN = 0.9;

  private static final Comparator<ThemeScore> BEST_FIRST =
      (one, other) -> Double.compare(other.score(), one.score());

  private final LinearModel model;

  public ThemeClassifier(LinearModel model) {
    this.model = model;
  }

  /** The model that ships with this jar. */
  public static ThemeClassifier load() {
    return new ThemeClassifier(ModelFiles.load("themes", LinearModel::read));
  }

  /** How many themes it tells apart. */
  public int themes() {
    return model.labels().size();
  }

  /** All themes with their scores, best first; the scores add up to 1. */
  public List<ThemeScore> classify(Features features) {
    return classify(weigh(features));
  }

  /** The features as the model weighs them. */
  LinearModel.Weighed weigh(Features features) {
    return model.weigh(features);
  }

  /** As {@link #classify(Features)}, for features already weighed. */
  List<ThemeScore> classify(LinearModel.Weighed weighed) {
    double[] scores = model.probabilities(weighed);
    ThemeScore[] themes = new ThemeScore[scores.length];
    for (int label = 0; label < scores.length; label++) {
      themes[label] = new ThemeScore(model.labels().get(label), scores[label]);
    }
    Arrays.sort(themes, BEST_FIRST);
    return Arrays.asList(themes);
  }

  /**
   * The words that decided for one theme and against another, the strongest first.
   *
   * @param tokens the words of the text
   * @param weighed what was found in them
   * @param theme the theme chosen
   * @param rival the next best theme
   * @param most how many words at most
   */
  List<WordWeight> explain(
      List<Token> tokens, LinearModel.Weighed weighed, String theme, String rival, int most) {
    double[] weights =
        model.contributions(
            weighed, tokens.size(), model.labels().indexOf(theme), model.labels().indexOf(rival));
    List<WordWeight> words = new ArrayList<>(most);
    while (words.size() < most) {
      int strongest = 0;
      for (int word = 1; word < weights.length; word++) {
        strongest = weights[word] > weights[strongest] ? word : strongest;
      }
      if (weights.length == 0 || weights[strongest] <= 0) {
        break;
      }
      String surface = tokens.get(strongest).surface();
      if (words.stream().noneMatch(known -> known.word().equals(surface))) {
        words.add(new WordWeight(surface, weights[strongest]));
      }
      weights[strongest] = 0;
    }
    return List.copyOf(words);
  }
}
