package org.otklik.models.topic;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.MaxentModel;
import org.otklik.models.text.Token;

/**
 * Finds the theme of a text with a linear model trained by {@code ThemeTrainer}. Safe for use by
 * several threads.
 */
public final class ThemeClassifier {
  /** Where the trained model lies among the resources. */
  public static final String RESOURCE = "/org/otklik/models/topic/themes.model.gz";

  private final MaxentModel model;

  public ThemeClassifier(MaxentModel model) {
    this.model = model;
  }

  /** The model that ships with this jar. */
  public static ThemeClassifier load() {
    try (InputStream resource = ThemeClassifier.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(
            "the theme model " + RESOURCE + " is not on the class path");
      }
      try (DataInputStream data =
          new DataInputStream(new BufferedInputStream(new GZIPInputStream(resource), 1 << 16))) {
        return new ThemeClassifier(
            new GenericModelReader(new BinaryFileDataReader(data)).getModel());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the theme model " + RESOURCE + " can't be read", e);
    }
  }

  /** All themes with their scores, best first; the scores add up to 1. */
  public List<ThemeScore> classify(List<Token> tokens) {
    double[] scores = model.eval(ThemeFeatures.of(tokens));
    return IntStream.range(0, scores.length)
        .mapToObj(outcome -> new ThemeScore(model.getOutcome(outcome), scores[outcome]))
        .sorted(Comparator.comparingDouble(ThemeScore::score).reversed())
        .toList();
  }
}
