package org.otklik.models.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.otklik.models.topic.CategoryClassifier;
import org.otklik.models.topic.LinearModel;
import org.otklik.models.topic.MessageReader;
import org.otklik.models.topic.ModelFiles;
import org.otklik.models.topic.ThemeClassifier;
import org.otklik.models.topic.TypeClassifier;
import org.otklik.models.topic.UrgencyDetector;

/**
 * Judges trained models by a file of labelled messages they have not seen: {@code otklik evaluate}
 * calls it. The file is tab-separated with a header line; columns {@code text} and {@code theme}
 * must be there, {@code category}, {@code type}, {@code urgency} and {@code raised} are judged
 * where they are.
 */
public final class EvaluateModels {
  private final ThemeClassifier themes;
  private final CategoryClassifier categories;
  private final TypeClassifier types;

  /**
   * What the models do on the file.
   *
   * @param themes themes
   * @param categories categories among those of all themes; null when the file has none
   * @param types types; null when the file has none
   * @param messages urgency and several problems; null when the file has neither
   */
  public record Evaluation(
      Quality themes,
      @Nullable Quality categories,
      @Nullable Quality types,
      @Nullable MessageQuality messages) {
    /** All tables in Markdown. */
    public String markdown() {
      StringBuilder report = new StringBuilder("## Themes\n\n").append(themes);
      if (categories != null) {
        report.append("\n## Categories\n\n").append(categories);
      }
      if (types != null) {
        report.append("\n## Types\n\n").append(types);
      }
      if (messages != null) {
        report.append("\n## Urgency and several problems\n\n").append(messages.markdown());
      }
      return report.toString();
    }
  }

  /**
   * A message that two models see differently.
   *
   * @param id its id in the file; null where it has none
   * @param text the message as it stands in the file
   * @param truth the theme people gave
   * @param before the theme of the first model
   * @param after the theme of the second
   */
  public record Change(
      @Nullable String id, String text, String truth, String before, String after) {}

  private EvaluateModels(
      ThemeClassifier themes, CategoryClassifier categories, TypeClassifier types) {
    this.themes = themes;
    this.categories = categories;
    this.types = types;
  }

  /** With the models that ship with this jar. */
  public static EvaluateModels shipped() {
    return new EvaluateModels(
        ThemeClassifier.load(), CategoryClassifier.load(), TypeClassifier.load());
  }

  /**
   * With the models of a directory, as {@link TrainModels} wrote them.
   *
   * @throws IOException when they can't be read
   */
  public static EvaluateModels of(Path models) throws IOException {
    return new EvaluateModels(
        new ThemeClassifier(ModelFiles.read(models, "themes", LinearModel::read)),
        ModelFiles.read(models, "categories", CategoryClassifier::read),
        new TypeClassifier(ModelFiles.read(models, "types", LinearModel::read)));
  }

  /**
   * Judges the models.
   *
   * @param data the labelled messages
   * @param seed of the bootstrap behind the intervals
   * @throws IOException when the file can't be read
   * @throws IllegalArgumentException when it has no messages, or a column is missing
   */
  public Evaluation evaluate(Path data, long seed) throws IOException {
    List<Judged> ofThemes = new ArrayList<>();
    List<Judged> ofCategories = new ArrayList<>();
    List<Judged> ofTypes = new ArrayList<>();
    for (PreparedText text : PreparedText.all(LabelledText.read(data))) {
      ofThemes.add(new Judged(text.labels().theme(), themes(text)));
      if (text.labels().category() != null) {
        ofCategories.add(new Judged(text.labels().category(), categories(text)));
      }
      if (text.labels().type() != null) {
        ofTypes.add(new Judged(text.labels().type(), types(text)));
      }
    }
    if (ofThemes.isEmpty()) {
      throw new IllegalArgumentException(data + " has no messages");
    }
    return new Evaluation(
        Quality.of(ofThemes, seed),
        ofCategories.isEmpty() ? null : Quality.of(ofCategories, seed),
        ofTypes.isEmpty() ? null : Quality.of(ofTypes, seed),
        MessageQuality.of(
                new MessageReader(themes, categories, types, UrgencyDetector.load()), data)
            .orElse(null));
  }

  /**
   * What would change if other models took the place of these.
   *
   * @param data messages, labelled
   * @param others the models that would take their place
   */
  public List<Change> changes(Path data, EvaluateModels others) throws IOException {
    List<Change> changes = new ArrayList<>();
    for (PreparedText text : PreparedText.all(LabelledText.read(data))) {
      String before = themes(text).get(0).label();
      String after = others.themes(text).get(0).label();
      if (!before.equals(after)) {
        LabelledText labels = text.labels();
        changes.add(new Change(labels.id(), labels.text(), labels.theme(), before, after));
      }
    }
    return changes;
  }

  private List<Guess> themes(PreparedText text) {
    return themes.classify(text.themeFeatures()).stream()
        .map(theme -> new Guess(theme.id(), theme.score()))
        .toList();
  }

  private List<Guess> categories(PreparedText text) {
    return categories.rank(themes.classify(text.themeFeatures()), text.themeFeatures()).stream()
        .map(category -> new Guess(category.id(), category.score()))
        .toList();
  }

  private List<Guess> types(PreparedText text) {
    return types.classify(text.typeFeatures()).stream()
        .map(type -> new Guess(type.id(), type.score()))
        .toList();
  }
}
