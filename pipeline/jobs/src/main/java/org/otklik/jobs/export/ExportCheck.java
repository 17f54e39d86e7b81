package org.otklik.jobs.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.otklik.jobs.Json;

/**
 * Compares an export with its manifest: each file's bytes and rows, and which files there are.
 *
 * @param faults one sentence for each fault, with the file's name; empty when all is well
 * @param tables of each table what was counted, in words
 */
public record ExportCheck(List<String> faults, Map<String, String> tables) {

  /**
   * Checks.
   *
   * @param export the export's folder
   * @throws IOException when the folder can't be read
   */
  public static ExportCheck of(Path export) throws IOException {
    Path file = export.resolve(Manifest.FILE);
    if (!Files.isRegularFile(file)) {
      return new ExportCheck(List.of(Manifest.FILE + ": is missing"), Map.of());
    }
    JsonNode manifest;
    try {
      manifest = Json.mapper().readTree(file.toFile());
    } catch (IOException e) {
      return new ExportCheck(
          List.of(Manifest.FILE + ": can't be read as JSON: " + e.getMessage()), Map.of());
    }
    return new Comparison(export, manifest).run();
  }

  private static final class Comparison {
    private final Path export;
    private final JsonNode manifest;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Map<String, long[]>> counted = new LinkedHashMap<>();

    Comparison(Path export, JsonNode manifest) {
      this.export = export;
      this.manifest = manifest;
    }

    ExportCheck run() throws IOException {
      checkManifest();
      Set<String> stated = new HashSet<>(Set.of(Manifest.FILE, Manifest.CHECKSUM_FILE));
      for (JsonNode file : manifest.path("files")) {
        stated.add(file.path("path").asText());
        checkFile(file);
      }
      checkTables();
      for (String extra : files()) {
        if (!stated.contains(extra)) {
          faults.add(extra + ": is not in the manifest");
        }
      }
      return new ExportCheck(List.copyOf(faults), inWords());
    }

    private void checkManifest() throws IOException {
      int version = manifest.path("schemaVersion").asInt();
      if (version != Tables.SCHEMA_VERSION) {
        faults.add(
            "%s: its schemaVersion is %d, this program knows %d"
                .formatted(Manifest.FILE, version, Tables.SCHEMA_VERSION));
      }
      Path checksum = export.resolve(Manifest.CHECKSUM_FILE);
      if (!Files.isRegularFile(checksum)) {
        faults.add(Manifest.CHECKSUM_FILE + ": is missing");
      } else if (!Files.readString(checksum)
          .startsWith(Sha256.of(export.resolve(Manifest.FILE)) + " ")) {
        faults.add(Manifest.FILE + ": its bytes were changed (SHA-256 differs)");
      }
    }

    private void checkFile(JsonNode stated) throws IOException {
      String path = stated.path("path").asText();
      Path file = export.resolve(path).normalize();
      if (!file.startsWith(export) || !Files.isRegularFile(file)) {
        faults.add(path + ": is missing");
        return;
      }
      long bytes = Files.size(file);
      if (bytes != stated.path("bytes").asLong()) {
        faults.add(
            "%s: has %d bytes instead of %d".formatted(path, bytes, stated.path("bytes").asLong()));
      } else if (!Sha256.of(file).equals(stated.path("sha256").asText())) {
        faults.add(path + ": its bytes were changed (SHA-256 differs)");
      }
      count(stated, path, file);
    }

    private void count(JsonNode stated, String path, Path file) {
      String format = stated.path("format").asText();
      long rows;
      try {
        rows = Format.valueOf(format.toUpperCase(Locale.ROOT)).rows(file, separator());
      } catch (IOException | RuntimeException e) {
        faults.add(path + ": its rows can't be counted: " + e.getMessage());
        return;
      }
      if (rows != stated.path("rows").asLong()) {
        faults.add(
            "%s: has %d rows instead of %d".formatted(path, rows, stated.path("rows").asLong()));
      }
      long[] sum =
          counted
              .computeIfAbsent(stated.path("table").asText(), table -> new TreeMap<>())
              .computeIfAbsent(format, any -> new long[2]);
      sum[0] += rows;
      sum[1]++;
    }

    private char separator() {
      String separator = manifest.at("/csv/separator").asText();
      return separator.isEmpty() ? ';' : separator.charAt(0);
    }

    private void checkTables() {
      for (Map.Entry<String, JsonNode> table : manifest.path("tables").properties()) {
        String name = table.getKey();
        long stated = table.getValue().path("rows").asLong();
        if (!counted.containsKey(name)) {
          faults.add("table " + name + ": has no file");
        }
        counted
            .getOrDefault(name, Map.of())
            .forEach(
                (format, sum) -> {
                  if (sum[0] != stated) {
                    faults.add(
                        "table %s: has %d rows in %s instead of %d"
                            .formatted(name, sum[0], format, stated));
                  }
                });
      }
    }

    private List<String> files() throws IOException {
      try (Stream<Path> tree = Files.walk(export)) {
        return tree.filter(entry -> !Files.isDirectory(entry))
            .map(entry -> export.relativize(entry).toString().replace('\\', '/'))
            .sorted()
            .toList();
      }
    }

    private Map<String, String> inWords() {
      Map<String, String> words = new LinkedHashMap<>();
      counted.forEach(
          (table, formats) -> {
            List<String> each = new ArrayList<>();
            formats.forEach(
                (format, sum) ->
                    each.add("%s %d rows in %d file(s)".formatted(format, sum[0], sum[1])));
            words.put(table, String.join(", ", each));
          });
      return words;
    }
  }
}
