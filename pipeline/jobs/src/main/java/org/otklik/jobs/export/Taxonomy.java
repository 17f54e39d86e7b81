package org.otklik.jobs.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Themes and categories as {@code config/taxonomy.yaml} has them.
 *
 * @param version number of the taxonomy
 */
public record Taxonomy(int version, List<Theme> themes) implements Serializable {
  /**
   * A theme.
   *
   * @param covers what belongs to it, in words
   */
  public record Theme(String id, String name, String covers, List<Category> categories)
      implements Serializable {}

  /**
   * A category of problems.
   *
   * @param severity low, normal or high
   */
  public record Category(String id, String name, String severity) implements Serializable {}

  /**
   * Reads the file.
   *
   * @param configuration the folder {@code config}
   * @throws IllegalArgumentException when a key is missing; names file and key
   */
  public static Taxonomy load(Path configuration) throws IOException {
    Path file = configuration.resolve("taxonomy.yaml");
    JsonNode yaml = new YAMLMapper().readTree(file.toFile());
    if (!yaml.path("version").isInt()) {
      throw new IllegalArgumentException(file + ": version: should be a whole number");
    }
    List<Theme> themes = new ArrayList<>();
    for (JsonNode theme : yaml.path("themes")) {
      List<Category> categories = new ArrayList<>();
      for (JsonNode category : theme.path("categories")) {
        categories.add(
            new Category(
                required(file, category, "id"),
                required(file, category, "name"),
                required(file, category, "severity")));
      }
      themes.add(
          new Theme(
              required(file, theme, "id"),
              required(file, theme, "name"),
              theme.path("covers").asText(),
              List.copyOf(categories)));
    }
    if (themes.isEmpty()) {
      throw new IllegalArgumentException(file + ": themes: there is none");
    }
    return new Taxonomy(yaml.path("version").asInt(), List.copyOf(themes));
  }

  private static String required(Path file, JsonNode entry, String key) {
    if (!entry.hasNonNull(key)) {
      throw new IllegalArgumentException(
          "%s: the key %s is missing in %s".formatted(file, key, entry.path("id").asText("?")));
    }
    return entry.path(key).asText();
  }
}
