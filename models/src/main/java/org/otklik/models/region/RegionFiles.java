package org.otklik.models.region;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.otklik.models.place.Boundaries;

/**
 * Reads and checks the region files in {@code config/regions}; every complaint names the file and
 * the key.
 */
public final class RegionFiles {
  private static final String ENDING = ".yaml";

  private final ObjectMapper yaml =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path configuration;
  private final Path folder;

  /**
   * @param configuration the folder {@code config}
   */
  public RegionFiles(Path configuration) {
    this.configuration = configuration;
    this.folder = configuration.resolve("regions");
  }

  /** Ids of all region files, in alphabetical order. */
  public List<String> ids() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  /**
   * Reads one region.
   *
   * @throws IllegalArgumentException when there is no such region, or its file is wrong: one line
   *     per fault, each with file and key
   */
  public Region load(String id) throws IOException {
    Path file = folder.resolve(id + ENDING);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "there is no region «" + id + "»: choose one of " + ids() + ", or write " + file);
    }
    List<String> faults = faults(id);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
    }
    return yaml.treeToValue(yaml.readTree(file.toFile()), Region.class);
  }

  /**
   * The boundaries of a region's municipalities; null where its file names none.
   *
   * @throws IllegalArgumentException when the file is missing or wrong, or knows none of the
   *     region's municipalities; file and feature are told
   */
  public @Nullable Boundaries boundaries(Region region) {
    if (region.boundaries() == null) {
      return null;
    }
    Path file = configuration.resolve(region.boundaries());
    Boundaries boundaries = Boundaries.load(file);
    if (boundaries.municipalities().stream()
        .noneMatch(name -> region.municipality(name).isPresent())) {
      throw new IllegalArgumentException(
          file
              + ": none of its municipalities, such as «"
              + boundaries.municipalities().get(0)
              + "», is one of «"
              + region.id()
              + "»");
    }
    return boundaries;
  }

  /**
   * All that is wrong with a region's file, one line per fault with file and key; empty when it is
   * right.
   */
  public List<String> faults(String id) throws IOException {
    Path file = folder.resolve(id + ENDING);
    JsonNode tree;
    try {
      tree = yaml.readTree(file.toFile());
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      return List.of(file + ": is not valid YAML: " + e.getOriginalMessage() + at(e.getLocation()));
    }
    List<String> faults = new ArrayList<>();
    for (ValidationMessage message : schema().validate(tree)) {
      faults.add(file + ": " + message.getMessage());
    }
    if (faults.isEmpty()) {
      try {
        Region region = yaml.treeToValue(tree, Region.class);
        faults.addAll(contradictions(file, id, region));
        boundaries(region);
      } catch (IllegalArgumentException e) {
        faults.add(file + ": boundaries: " + e.getMessage());
      } catch (com.fasterxml.jackson.core.JacksonException e) {
        faults.add(file + ": " + e.getOriginalMessage());
      }
    }
    return faults;
  }

  private static String at(com.fasterxml.jackson.core.JsonLocation location) {
    return location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }

  private JsonSchema schema() throws IOException {
    try (InputStream schema = Files.newInputStream(folder.resolve("region.schema.json"))) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }
  }

  /** What a schema can't see: references that lead nowhere, and keys that stand twice. */
  private static List<String> contradictions(Path file, String id, Region region) {
    List<String> faults = new ArrayList<>();
    if (!region.id().equals(id)) {
      faults.add(file + ": id: is «" + region.id() + "», but the file's name says «" + id + "»");
    }
    Set<String> bodies = new HashSet<>();
    for (Region.Body body : region.bodies()) {
      if (!bodies.add(body.id())) {
        faults.add(file + ": bodies: «" + body.id() + "» stands twice");
      }
    }
    Set<String> municipalities = new HashSet<>();
    for (Region.Municipality municipality : region.municipalities()) {
      if (!municipalities.add(municipality.name())) {
        faults.add(file + ": municipalities: «" + municipality.name() + "» stands twice");
      }
    }
    for (int i = 0; i < region.blocks().size(); i++) {
      for (String body : region.blocks().get(i).bodies()) {
        if (!bodies.contains(body)) {
          faults.add(file + ": blocks[" + i + "].bodies: there is no body «" + body + "»");
        }
      }
    }
    Set<String> communities = new HashSet<>();
    for (int i = 0; i < region.communities().size(); i++) {
      Region.Community community = region.communities().get(i);
      if (!communities.add(community.channel() + " " + community.id())) {
        faults.add(file + ": communities[" + i + "]: " + community.id() + " stands twice");
      }
      if (community.home() != null && !municipalities.contains(community.home())) {
        faults.add(
            file
                + ": communities["
                + i
                + "].home: there is no municipality «"
                + community.home()
                + "»");
      }
    }
    for (int i = 0; i < region.officialPages().size(); i++) {
      String body = region.officialPages().get(i).body();
      if (body != null && !bodies.contains(body)) {
        faults.add(file + ": official-pages[" + i + "].body: there is no body «" + body + "»");
      }
    }
    return faults;
  }
}
