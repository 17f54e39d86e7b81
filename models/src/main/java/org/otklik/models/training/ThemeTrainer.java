package org.otklik.models.training;

import java.io.IOException;
import java.util.List;
import org.otklik.models.topic.Features;
import org.otklik.models.topic.LinearModel;
import org.otklik.models.topic.ThemeClassifier;
import org.otklik.models.topic.ThemeFeatures;

/** Trains the theme classifier from labelled texts. */
public final class ThemeTrainer {
  private static final LinearModelTrainer.Settings SETTINGS =
      new LinearModelTrainer.Settings(10, 100, 2);

  private final LinearModelTrainer trainer = new LinearModelTrainer(SETTINGS);

  /** The trained model; the same for the same texts in the same order. */
  public LinearModel train(List<LabelledText> texts) throws IOException {
    List<PreparedText> prepared = PreparedText.all(texts);
    List<Features> features =
        prepared.stream().map(text -> ThemeFeatures.of(text.tokens())).toList();
    return trainer.train(features, texts.stream().map(LabelledText::theme).toList());
  }

  /** The classifier around a model just trained. */
  public ThemeClassifier classifier(List<LabelledText> texts) throws IOException {
    return new ThemeClassifier(train(texts));
  }
}
