package org.otklik.models.misinformation;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads and checks the claim files in {@code config/claims}; every complaint names the file and the
 * key.
 */
final class ClaimFiles {
  private static final String SCHEMA = "claim.schema.json";

  private final ObjectMapper yaml =
      YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();

  /**
   * The claims of a folder's {@code *.yaml} files in the order of names, or of one such file. The
   * schema lies beside them.
   *
   * @throws IllegalArgumentException when a file is wrong: one line per fault
   */
  List<Claim> read(Path source) throws IOException {
    boolean single = Files.isRegularFile(source);
    Path folder = single ? source.toAbsolutePath().getParent() : source;
    JsonSchema schema = schema(folder);
    List<Claim> claims = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Map<String, Path> fileById = new HashMap<>();
    for (Path file : single ? List.of(source) : files(source)) {
      JsonNode tree = tree(file, faults);
      List<String> found = new ArrayList<>();
      for (ValidationMessage message : schema.validate(tree)) {
        found.add(file + ": " + message.getMessage());
      }
      faults.addAll(found);
      if (!found.isEmpty()) {
        continue;
      }
      JsonNode entries = tree.path("claims");
      for (int i = 0; i < entries.size(); i++) {
        try {
          Claim claim = yaml.treeToValue(entries.get(i), Claim.class);
          Path first = fileById.putIfAbsent(claim.id(), file);
          if (first != null) {
            faults.add(
                file + ": claims[" + i + "].id: «" + claim.id() + "» stands already in " + first);
          }
          claims.add(claim);
        } catch (JacksonException e) {
          Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
          faults.add(file + ": claims[" + i + "]: " + cause.getMessage());
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
    }
    return claims;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> yamls = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      if (yamls.isEmpty()) {
        throw new IllegalArgumentException(folder + " holds no *.yaml file with claims");
      }
      return yamls;
    }
  }

  /**
   * The file as a tree; {@code null} node, which the schema refuses as well, when it is no YAML.
   */
  private JsonNode tree(Path file, List<String> faults) throws IOException {
    try {
      return yaml.readTree(file.toFile());
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      String where =
          at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
      faults.add(file + ": is not valid YAML: " + e.getOriginalMessage() + where);
      return NullNode.getInstance();
    }
  }

  private static JsonSchema schema(Path folder) throws IOException {
    Path file = folder.resolve(SCHEMA);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          file + " is missing: it must lie beside the claim files that it describes");
    }
    try (InputStream schema = Files.newInputStream(file)) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }
  }
}
