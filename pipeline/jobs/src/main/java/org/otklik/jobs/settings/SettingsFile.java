package org.otklik.jobs.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A small YAML file of settings with a JSON schema beside it: {@code spread.yaml} and {@code
 * spread.schema.json}. Every complaint names the file and the key, and says with the schema's own
 * description what belongs there.
 */
public final class SettingsFile {
  private static final ObjectMapper YAML =
      YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();

  private SettingsFile() {}

  /**
   * Reads a file.
   *
   * @param configuration the folder {@code config}
   * @param name the file's name without its ending
   * @param type what stands in it; its components are named as the keys
   * @throws IOException when it can't be read
   * @throws IllegalArgumentException when it is missing or wrong: one line per fault
   */
  public static <T> T read(Path configuration, String name, Class<T> type) throws IOException {
    Path file = configuration.resolve(name + ".yaml");
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          file + " is missing: take it from the distribution, and change there what you need");
    }
    JsonNode schema =
        YAML.readTree(configuration.resolve(name + ".schema.json").toFile()); // JSON is YAML
    JsonNode tree;
    try {
      tree = YAML.readTree(file.toFile());
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          file
              + ": is not valid YAML: "
              + e.getOriginalMessage()
              + (e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")"),
          e);
    }
    Set<ValidationMessage> faults =
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema).validate(tree);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          faults.stream()
              .map(fault -> file + ": " + fault.getMessage() + ". " + description(schema, fault))
              .sorted()
              .collect(Collectors.joining(System.lineSeparator())));
    }
    return YAML.treeToValue(tree, type);
  }

  /** What the schema says of the key: its own words, else those of the key above it. */
  private static String description(JsonNode schema, ValidationMessage fault) {
    JsonNode at = schema;
    for (int i = 0; i < fault.getInstanceLocation().getNameCount(); i++) {
      JsonNode within = child(at, fault.getInstanceLocation().getName(i));
      at = within.isMissingNode() ? at : within;
    }
    if (fault.getProperty() != null) {
      JsonNode missing = child(at, fault.getProperty());
      at = missing.isMissingNode() ? at : missing;
    }
    return at.path("description").asText();
  }

  private static JsonNode child(JsonNode schema, String name) {
    return schema.path("type").asText().equals("array")
        ? schema.path("items")
        : schema.path("properties").path(name);
  }
}
