package org.otklik.models.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that staff see for the themes, from {@code config/taxonomy.yaml}. */
public final class ThemeNames {
  private ThemeNames() {}

  /** Names by theme id, in the order of the file. */
  public static Map<String, String> read(Path configuration) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    for (JsonNode theme :
        new YAMLMapper().readTree(configuration.resolve("taxonomy.yaml").toFile()).path("themes")) {
      names.put(theme.path("id").asText(), theme.path("name").asText());
    }
    return names;
  }
}
