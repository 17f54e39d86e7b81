package org.otklik.models.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.otklik.models.topic.ModelFiles;

/**
 * Makes the models that ship with this jar: {@code otklik train} calls it.
 *
 * <pre>
 * labels (models/src/training) + texts (a directory of their own) → themes.model.gz
 * </pre>
 */
public final class TrainModels {
  private TrainModels() {}

  /**
   * Trains all models and writes them.
   *
   * @param labels the directory {@code models/src/training}
   * @param texts the directory with the texts of the regions
   * @param out where the models go
   */
  public static void train(Path labels, Path texts, Path out) throws IOException {
    TrainingTexts training = TrainingTexts.read(labels, texts);
    Files.createDirectories(out);
    ModelFiles.write(new ThemeTrainer().train(training.all()), out, "themes");
  }

  /** Arguments: directory of labels, directory of texts, directory for the models. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("arguments: LABELS_DIR TEXTS_DIR OUT_DIR");
    }
    train(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
  }
}
