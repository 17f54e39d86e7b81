package org.otklik.models.training;

import java.io.IOException;
import java.util.List;
import org.otklik.models.topic.LinearModel;

/** Trains the theme model from labelled texts. */
public final class ThemeTrainer {
  private static final LinearModelTrainer.Settings SETTINGS =
      new LinearModelTrainer.Settings(7, 40, 2, 30);
  private static final LinearModelTrainer.Settings WITHOUT_BAYES =
      new LinearModelTrainer.Settings(7, 40, 2, 0);

  /** Fitted on out-of-fold messages: with it a stated probability is the share of right answers. */
  private static final double TEMPERATURE = 1.4;

  private ThemeTrainer() {}

  /** The trained model; the same for the same texts in the same order. */
  public static LinearModel train(List<LabelledText> texts) throws IOException {
    return trainPrepared(PreparedText.all(texts));
  }

  static LinearModel trainPrepared(List<PreparedText> texts) throws IOException {
    return train(texts, SETTINGS).withTemperature(TEMPERATURE);
  }

  static LinearModel trainMaximumEntropy(List<PreparedText> texts) throws IOException {
    return train(texts, WITHOUT_BAYES);
  }

  private static LinearModel train(List<PreparedText> texts, LinearModelTrainer.Settings settings)
      throws IOException {
    return new LinearModelTrainer(settings)
        .train(
            texts.stream().map(PreparedText::themeFeatures).toList(),
            texts.stream().map(text -> text.labels().theme()).toList());
  }
}
