package org.otklik.models.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.MarkupRemover;
import org.otklik.models.topic.ThemeClassifier;
import org.otklik.models.topic.ThemeScore;

/**
 * How often a theme classifier agrees with people on texts that it has not been trained on.
 *
 * @param texts how many texts were judged
 * @param accuracy share of texts whose best theme is the labelled one
 * @param top3 share of texts whose labelled theme is among the best three
 * @param macroF1 mean over themes with at least ten texts of F1 (harmonic mean of precision and
 *     recall)
 * @param perTheme for each labelled theme: texts, and F1
 */
public record ThemeQuality(
    int texts, double accuracy, double top3, double macroF1, Map<String, ThemeF1> perTheme) {

  /** A theme must have at least as many texts to count in the macro average. */
  public static final int TEXTS_TO_COUNT = 10;

  /**
   * Quality on one theme.
   *
   * @param texts how many texts carry this label
   * @param f1 harmonic mean of precision and recall, 0 to 1
   */
  public record ThemeF1(int texts, double f1) {}

  /** Judges a trained classifier on texts it has not seen. */
  public static ThemeQuality of(ThemeClassifier classifier, List<LabelledText> unseen) {
    Tally tally = new Tally();
    tally.add(classifier, unseen);
    return tally.quality();
  }

  /**
   * Cross-validation: each of the folds is judged by a classifier trained on the other folds and on
   * {@code always}.
   *
   * @param labelled the texts that are split into folds
   * @param always texts that are always trained on and never judged
   * @param folds how many parts, for example 5
   * @param seed the order of the texts before they are split
   */
  public static ThemeQuality crossValidate(
      ThemeTrainer trainer,
      List<LabelledText> labelled,
      List<LabelledText> always,
      int folds,
      long seed)
      throws IOException {
    List<LabelledText> shuffled = new ArrayList<>(labelled);
    Collections.shuffle(shuffled, new Random(seed));
    Tally tally = new Tally();
    for (int fold = 0; fold < folds; fold++) {
      List<LabelledText> train = new ArrayList<>(always);
      List<LabelledText> test = new ArrayList<>();
      for (int i = 0; i < shuffled.size(); i++) {
        (i % folds == fold ? test : train).add(shuffled.get(i));
      }
      tally.add(trainer.classifier(train), test);
    }
    return tally.quality();
  }

  /** The figures as a table for people. */
  public String table() {
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "texts %d  accuracy %.3f  top-3 %.3f  macro-F1 (themes with >= %d texts) %.3f%n",
                texts,
                accuracy,
                top3,
                TEXTS_TO_COUNT,
                macroF1));
    perTheme.forEach(
        (theme, f1) ->
            table.append(
                String.format(
                    Locale.ROOT, "  %-18s %5d texts  F1 %.3f%n", theme, f1.texts, f1.f1)));
    return table.toString();
  }

  private static final class Tally {
    private final Lemmatizer lemmatizer = new Lemmatizer();
    private final Map<String, int[]> counts = new TreeMap<>(); // theme -> labelled, predicted, both
    private int texts;
    private int correct;
    private int amongThree;

    void add(ThemeClassifier classifier, List<LabelledText> unseen) {
      for (LabelledText labelled : unseen) {
        List<ThemeScore> scores =
            classifier.classify(lemmatizer.tokens(MarkupRemover.plain(labelled.text())));
        String best = scores.get(0).id();
        texts++;
        count(labelled.theme())[0]++;
        count(best)[1]++;
        if (best.equals(labelled.theme())) {
          correct++;
          count(best)[2]++;
        }
        if (scores.stream().limit(3).anyMatch(score -> score.id().equals(labelled.theme()))) {
          amongThree++;
        }
      }
    }

    private int[] count(String theme) {
      return counts.computeIfAbsent(theme, unused -> new int[3]);
    }

    ThemeQuality quality() {
      Map<String, ThemeF1> perTheme = new TreeMap<>();
      counts.forEach(
          (theme, c) -> {
            if (c[0] > 0) {
              perTheme.put(theme, new ThemeF1(c[0], 2.0 * c[2] / (c[0] + c[1])));
            }
          });
      double macro =
          perTheme.values().stream()
              .filter(f1 -> f1.texts >= TEXTS_TO_COUNT)
              .mapToDouble(ThemeF1::f1)
              .average()
              .orElse(0);
      return new ThemeQuality(
          texts, (double) correct / texts, (double) amongThree / texts, macro, perTheme);
    }
  }
}
