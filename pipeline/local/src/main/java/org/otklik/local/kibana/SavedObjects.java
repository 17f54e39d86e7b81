package org.otklik.local.kibana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.otklik.jobs.Json;

/**
 * The saved objects of {@code config/kibana}: files {@code *.ndjson} with one object a line, as
 * Kibana exports them.
 */
public final class SavedObjects {
  private static final String SUFFIX = ".ndjson";

  private final List<SavedObject> objects;

  private SavedObjects(List<SavedObject> objects) {
    this.objects = List.copyOf(objects);
  }

  /**
   * Reads all files of a folder, in alphabetical order.
   *
   * @throws IllegalArgumentException if there are none, or a line is no saved object; names file
   *     and line
   */
  public static SavedObjects load(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("there is no folder " + folder + " with saved objects");
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
    List<SavedObject> objects = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (int number = 1; number <= lines.size(); number++) {
        String line = lines.get(number - 1);
        if (line.isBlank()) {
          continue;
        }
        SavedObject object = parse(line, file + ", line " + number);
        if (!seen.add(object.type() + "/" + object.id())) {
          throw new IllegalArgumentException(
              file
                  + ", line "
                  + number
                  + ": there is another "
                  + object.type()
                  + " with the id "
                  + object.id());
        }
        objects.add(object);
      }
    }
    if (objects.isEmpty()) {
      throw new IllegalArgumentException(
          "there are no saved objects in " + folder + ": it should hold files *" + SUFFIX);
    }
    return new SavedObjects(objects);
  }

  private static SavedObject parse(String line, String origin) {
    JsonNode body;
    try {
      body = Json.mapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          origin + ": no JSON: " + e.getOriginalMessage() + "; each line holds one whole object",
          e);
    }
    if (!(body instanceof ObjectNode object)) {
      throw new IllegalArgumentException(origin + ": no JSON object");
    }
    for (String key : List.of("type", "id")) {
      if (!object.path(key).isTextual()) {
        throw new IllegalArgumentException(
            origin
                + ": the key "
                + key
                + " is missing; leave the summary out that Kibana puts at the end of an export");
      }
    }
    if (!object.path("attributes").isObject()) {
      throw new IllegalArgumentException(origin + ": the key attributes is missing");
    }
    return new SavedObject(object.path("type").asText(), object.path("id").asText(), object);
  }

  /** The objects, in the order of the files and lines. */
  public List<SavedObject> all() {
    return objects;
  }

  /**
   * The same with other names of indices in the data views.
   *
   * @param indexName the full name for the name without the installation's prefix
   */
  public SavedObjects withIndexNames(UnaryOperator<String> indexName) {
    List<SavedObject> renamed = new ArrayList<>();
    for (SavedObject object : objects) {
      if (object.type().equals(SavedObject.DATA_VIEW)) {
        ObjectNode body = object.body().deepCopy();
        ObjectNode attributes = (ObjectNode) body.path("attributes");
        attributes.put("title", indexName.apply(attributes.path("title").asText()));
        renamed.add(new SavedObject(object.type(), object.id(), body));
      } else {
        renamed.add(object);
      }
    }
    return new SavedObjects(renamed);
  }

  /** One object a line, as Kibana's import takes them. */
  public String ndjson() {
    StringBuilder lines = new StringBuilder();
    for (SavedObject object : objects) {
      lines.append(object.body()).append('\n');
    }
    return lines.toString();
  }
}
