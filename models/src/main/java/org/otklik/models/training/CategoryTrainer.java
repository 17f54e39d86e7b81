package org.otklik.models.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.models.topic.CategoryClassifier;
import org.otklik.models.topic.LinearModel;

/** Trains one category model per theme from the labelled texts whose category is known. */
public final class CategoryTrainer {
  private static final LinearModelTrainer.Settings SETTINGS =
      new LinearModelTrainer.Settings(10, 40, 1, 15);

  /** Under this probability a category is not named; chosen on held-out messages. */
  private static final double THRESHOLD = 0.3;

  /** Fitted as that of {@link ThemeTrainer}. */
  private static final double TEMPERATURE = 1.6;

  private CategoryTrainer() {}

  static CategoryClassifier trainPrepared(List<PreparedText> texts) throws IOException {
    Map<String, List<PreparedText>> byTheme = new TreeMap<>();
    for (PreparedText text : texts) {
      if (text.labels().category() != null) {
        byTheme.computeIfAbsent(text.labels().theme(), unused -> new ArrayList<>()).add(text);
      }
    }
    Map<String, LinearModel> models = new LinkedHashMap<>();
    for (Map.Entry<String, List<PreparedText>> theme : byTheme.entrySet()) {
      List<String> labels =
          theme.getValue().stream().map(text -> String.valueOf(text.labels().category())).toList();
      if (labels.stream().distinct().count() > 1) {
        models.put(
            theme.getKey(),
            new LinearModelTrainer(SETTINGS)
                .train(theme.getValue().stream().map(PreparedText::themeFeatures).toList(), labels)
                .withTemperature(TEMPERATURE));
      }
    }
    return new CategoryClassifier(models, THRESHOLD);
  }
}
