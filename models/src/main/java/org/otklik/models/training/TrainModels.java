package org.otklik.models.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.otklik.models.topic.ModelFiles;

/**
 * Makes the models that ship with this jar: {@code otklik train} calls it.
 *
 * <pre>
 * labels (models/src/training) + texts (a directory of their own) → themes, categories, types (.model.gz)
 * </pre>
 */
public final class TrainModels {
  private TrainModels() {}

  /**
   * Trains all models and writes them.
   *
   * @param labels the directory {@code models/src/training}
   * @param texts the directory with the texts of the regions
   * @param taxonomy the file {@code config/taxonomy.yaml}
   * @param corrections more labelled texts, columns {@code text} and {@code theme}; null for none
   * @param out where the models go
   */
  public static void train(
      Path labels, Path texts, Path taxonomy, @Nullable Path corrections, Path out)
      throws IOException {
    List<LabelledText> labelled =
        new ArrayList<>(TrainingTexts.read(labels, texts, taxonomy).all());
    if (corrections != null) {
      labelled.addAll(LabelledText.read(corrections));
    }
    List<PreparedText> all = PreparedText.all(labelled);
    Files.createDirectories(out);
    ModelFiles.write(out, "themes", ThemeTrainer.trainPrepared(all)::write);
    ModelFiles.write(out, "categories", CategoryTrainer.trainPrepared(all)::write);
    ModelFiles.write(out, "types", TypeTrainer.trainPrepared(all)::write);
  }

  /** {@link #train(Path, Path, Path, Path, Path)} without corrections. */
  public static void train(Path labels, Path texts, Path taxonomy, Path out) throws IOException {
    train(labels, texts, taxonomy, null, out);
  }

  /** Arguments: directory of labels, directory of texts, taxonomy, directory for the models. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4) {
      throw new IllegalArgumentException("arguments: LABELS_DIR TEXTS_DIR TAXONOMY OUT_DIR");
    }
    train(
        Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
  }
}
