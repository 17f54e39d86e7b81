package org.otklik.models.training;

import java.io.IOException;
import java.util.List;
import org.otklik.models.topic.LinearModel;

/** Trains the type model from the labelled texts whose type somebody stated. */
public final class TypeTrainer {
  private static final LinearModelTrainer.Settings SETTINGS =
      new LinearModelTrainer.Settings(7, 40, 2, 15);

  private TypeTrainer() {}

  static LinearModel trainPrepared(List<PreparedText> texts) throws IOException {
    List<PreparedText> typed = texts.stream().filter(text -> text.labels().type() != null).toList();
    return new LinearModelTrainer(SETTINGS)
        .train(
            typed.stream().map(PreparedText::typeFeatures).toList(),
            typed.stream().map(text -> String.valueOf(text.labels().type())).toList());
  }
}
