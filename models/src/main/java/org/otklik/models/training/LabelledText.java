package org.otklik.models.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text whose theme a person has stated.
 *
 * @param id its id in the file it came from; null where the file has none
 * @param text the words
 * @param theme id of the theme in the taxonomy
 * @param secondTheme a theme that may stand for the first; null where there is none
 * @param category id of the category in the taxonomy; null where nobody stated it
 * @param type problem, question, suggestion, gratitude, information or noise; null as above
 */
public record LabelledText(
    @Nullable String id,
    String text,
    String theme,
    @Nullable String secondTheme,
    @Nullable String category,
    @Nullable String type) {

  /** A text with nothing but a theme. */
  public LabelledText(String text, String theme) {
    this(null, text, theme, null, null, null);
  }

  /** The same with another theme; the category is kept only within the same theme. */
  public LabelledText withTheme(String newTheme) {
    return new LabelledText(
        id, text, newTheme, secondTheme, newTheme.equals(theme) ? category : null, type);
  }

  /** The same with a category. */
  public LabelledText withCategory(@Nullable String newCategory) {
    return new LabelledText(id, text, theme, secondTheme, newCategory, type);
  }

  /** The same with a type. */
  public LabelledText withType(@Nullable String newType) {
    return new LabelledText(id, text, theme, secondTheme, category, newType);
  }

  /**
   * Reads a table with the columns {@code text} and {@code theme} and, where they are there, {@code
   * id}, {@code theme2}, {@code category} and {@code type}.
   *
   * @throws IOException when the file can't be read
   * @throws IllegalArgumentException when a column or a value is missing; the message names file
   *     and line
   */
  public static List<LabelledText> read(Path file) throws IOException {
    List<LabelledText> labelled = new ArrayList<>();
    for (LabelTable.Row row : LabelTable.read(file, "text", "theme").rows()) {
      labelled.add(
          new LabelledText(
              row.optional("id"),
              row.required("text"),
              row.required("theme"),
              row.optional("theme2"),
              row.optional("category"),
              row.optional("type")));
    }
    return labelled;
  }
}
