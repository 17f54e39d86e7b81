package org.otklik.local.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Json;

/** The fields of the indices by their templates. */
final class TemplateFields {
  private final Path templates;
  private final Map<String, Map<String, JsonNode>> known = new HashMap<>();

  TemplateFields(Path configuration) {
    this.templates = configuration.resolve("elasticsearch");
  }

  /** The fields of an index by their full names; empty where there is no such index. */
  Map<String, JsonNode> of(String index) {
    return known.computeIfAbsent(index, this::read);
  }

  @Nullable JsonNode field(String index, String field) {
    return of(index).get(field);
  }

  private Map<String, JsonNode> read(String index) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    Path file = templates.resolve(index + ".json");
    if (Files.exists(file)) {
      try {
        add(Json.mapper().readTree(file.toFile()).at("/template/mappings/properties"), "", fields);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return fields;
  }

  private static void add(JsonNode properties, String prefix, Map<String, JsonNode> fields) {
    for (Map.Entry<String, JsonNode> entry : properties.properties()) {
      String name = prefix + entry.getKey();
      JsonNode field = entry.getValue();
      if (field.has("properties")) {
        add(field.path("properties"), name + ".", fields);
      } else {
        fields.put(name, field);
        add(field.path("fields"), name + ".", fields);
      }
    }
  }
}
