package org.otklik.models.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
      Comparator.comparingDouble(ThemeScore::score).reversed();

  private final LinearModel model;

  public ThemeClassifier(LinearModel model) {
    this.model = model;
  }

  /** The model that ships with this jar. */
  public static ThemeClassifier load() {
    return new ThemeClassifier(ModelFiles.load("themes", LinearModel::read));
  }

  /** All themes with their scores, best first; the scores add up to 1. */
  public List<ThemeScore> classify(List<Token> tokens) {
    return classify(ThemeFeatures.of(tokens));
  }

  /** As {@link #classify(List)}, for features already found. */
  public List<ThemeScore> classify(Features features) {
    double[] scores = model.probabilities(features);
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
   * @param features what was found in them
   * @param theme the theme chosen
   * @param rival the next best theme
   * @param most how many words at most
   */
  public List<WordWeight> explain(
      List<Token> tokens, Features features, String theme, String rival, int most) {
    double[] weights =
        model.contributions(
            features, tokens.size(), model.labels().indexOf(theme), model.labels().indexOf(rival));
    List<WordWeight> words = new ArrayList<>();
    IntStream.range(0, weights.length)
        .filter(word -> weights[word] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer word) -> weights[word]).reversed())
        .forEach(
            word -> {
              String surface = tokens.get(word).surface();
              if (words.size() < most
                  && words.stream().noneMatch(known -> known.word().equals(surface))) {
                words.add(new WordWeight(surface, weights[word]));
              }
            });
    return List.copyOf(words);
  }
}
