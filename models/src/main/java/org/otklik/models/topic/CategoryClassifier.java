package org.otklik.models.topic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the category of problems once the theme is known: one linear model per theme. Where no
 * category is likely enough, the answer is the theme's «прочее». Safe for use by several threads.
 */
public final class CategoryClassifier {
  private static final String REST = "-other";

  private final Map<String, LinearModel> byTheme;
  private final double threshold;

  /**
   * @param byTheme one model per theme
   * @param threshold probability under which a text falls into «прочее» of its theme
   */
  public CategoryClassifier(Map<String, LinearModel> byTheme, double threshold) {
    this.byTheme = new LinkedHashMap<>(byTheme);
    this.threshold = threshold;
  }

  /** The models that ship with this jar. */
  public static CategoryClassifier load() {
    return ModelFiles.load("categories", CategoryClassifier::read);
  }

  /** The id of the category «прочее» of a theme. */
  public static String rest(String theme) {
    return theme + REST;
  }

  /**
   * The category within a theme.
   *
   * @param features what {@link ThemeFeatures} found in the text
   */
  public CategoryScore classify(String theme, Features features) {
    CategoryScore best = null;
    for (CategoryScore score : within(theme, features)) {
      if (best == null || score.score() > best.score()) {
        best = score;
      }
    }
    return best == null || best.score() < threshold
        ? new CategoryScore(theme, rest(theme), best == null ? 1 : 1 - best.score())
        : best;
  }

  /** Categories of all given themes, likeliest first; a score is that of theme and category. */
  public List<CategoryScore> rank(List<ThemeScore> themes, Features features) {
    List<CategoryScore> ranked = new ArrayList<>();
    for (ThemeScore theme : themes) {
      for (CategoryScore category : within(theme.id(), features)) {
        ranked.add(new CategoryScore(theme.id(), category.id(), theme.score() * category.score()));
      }
    }
    ranked.sort(Comparator.comparingDouble(CategoryScore::score).reversed());
    return ranked;
  }

  private List<CategoryScore> within(String theme, Features features) {
    LinearModel model = byTheme.get(theme);
    if (model == null) {
      return List.of();
    }
    double[] scores = model.probabilities(features);
    List<CategoryScore> categories = new ArrayList<>(scores.length);
    for (int i = 0; i < scores.length; i++) {
      categories.add(new CategoryScore(theme, model.labels().get(i), scores[i]));
    }
    return categories;
  }

  /** Writes the models. */
  public void write(DataOutputStream out) throws IOException {
    out.writeDouble(threshold);
    out.writeInt(byTheme.size());
    for (Map.Entry<String, LinearModel> entry : byTheme.entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static CategoryClassifier read(DataInputStream in) throws IOException {
    double threshold = in.readDouble();
    int themes = in.readInt();
    Map<String, LinearModel> byTheme = new LinkedHashMap<>();
    for (int i = 0; i < themes; i++) {
      String theme = in.readUTF();
      byTheme.put(theme, LinearModel.read(in));
    }
    return new CategoryClassifier(byTheme, threshold);
  }
}
