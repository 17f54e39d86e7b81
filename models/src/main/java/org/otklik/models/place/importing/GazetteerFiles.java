package org.otklik.models.place.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.models.place.GazetteerRows;

/**
 * Writes imported rows into the files of a gazetteer. Comments and rows of other regions stay as
 * they are. Rows of the region itself stay too, and only what they lack is added, unless they are
 * to be replaced. Nothing is written when the result would not be a gazetteer.
 */
public final class GazetteerFiles {
  private static final Map<String, String> HEADERS =
      Map.of(
          "municipalities.tsv",
          "region\tmunicipality\tofficial_name\tseat\tlat\tlon\tpopulation\tsource",
          "settlements.tsv",
          "region\tmunicipality\tname\ttype\tpopulation\tlat\tlon\tprecision\tsource",
          "aliases.tsv",
          "region\tmunicipality\tsettlement\talias\tkind\tneeds_context\tsource",
          "cities.tsv",
          "name\tregion\tpopulation\tlat\tlon\tsource");

  /** Columns after the region that tell a row from others. */
  private static final Map<String, Integer> KEY_COLUMNS =
      Map.of("municipalities.tsv", 1, "settlements.tsv", 3, "aliases.tsv", 3);

  /**
   * What happened to the rows of one file.
   *
   * @param added rows written that were not there
   * @param kept rows of the region that stayed as they were
   * @param removed rows of the region that gave way
   */
  public record Change(int added, int kept, int removed) {}

  private GazetteerFiles() {}

  /**
   * Merges a region's rows into a folder; files that are missing are made.
   *
   * @param folder where {@code municipalities.tsv} and the others lie
   * @param replace whether the region's present rows of municipalities and settlements give way,
   *     and of its other names those whose place no longer exists
   * @return what happened, by file
   * @throws IllegalArgumentException when the files as they are, or as they would become, are wrong
   */
  public static Map<String, Change> merge(Path folder, ImportedRegion imported, boolean replace)
      throws IOException {
    Files.createDirectories(folder);
    Map<String, List<String>> contents = new LinkedHashMap<>();
    Map<String, Change> changes = new LinkedHashMap<>();
    Map<String, List<List<String>>> rows = new LinkedHashMap<>();
    rows.put("municipalities.tsv", imported.municipalities());
    rows.put("settlements.tsv", imported.settlements());
    rows.put("aliases.tsv", imported.aliases());
    for (Map.Entry<String, List<List<String>>> file : rows.entrySet()) {
      String name = file.getKey();
      Merge merge = new Merge(name, lines(folder.resolve(name), name), imported.region());
      boolean all = replace && !name.equals("aliases.tsv");
      changes.put(name, merge.with(file.getValue(), all));
      contents.put(name, merge.lines);
    }
    if (replace) {
      int orphans = dropOrphans(contents, imported.region());
      changes.computeIfPresent(
          "aliases.tsv",
          (name, change) ->
              new Change(change.added(), change.kept() - orphans, change.removed() + orphans));
    }
    contents.put("cities.tsv", lines(folder.resolve("cities.tsv"), "cities.tsv"));
    new GazetteerRows(
            imported.region(),
            contents.get("settlements.tsv"),
            contents.get("municipalities.tsv"),
            contents.get("aliases.tsv"),
            contents.get("cities.tsv"))
        .gazetteer();
    for (Map.Entry<String, List<String>> file : contents.entrySet()) {
      write(folder.resolve(file.getKey()), file.getValue());
    }
    return changes;
  }

  private static List<String> lines(Path file, String name) {
    if (!Files.exists(file)) {
      return new ArrayList<>(List.of(HEADERS.getOrDefault(name, "")));
    }
    return new ArrayList<>(SourceTable.text(file).lines().toList());
  }

  /** Removes other names whose settlement or municipality is gone. */
  private static int dropOrphans(Map<String, List<String>> contents, String region) {
    Set<String> places = new HashSet<>();
    for (String line : contents.getOrDefault("settlements.tsv", List.of())) {
      String[] cells = line.split("\t", -1);
      if (cells.length > 2 && cells[0].equals(region)) {
        places.add(cells[1] + "\t" + cells[2]);
        places.add(cells[1] + "\t");
      }
    }
    List<String> aliases = contents.getOrDefault("aliases.tsv", List.of());
    int before = aliases.size();
    aliases.removeIf(
        line -> {
          String[] cells = line.split("\t", -1);
          return cells.length > 2
              && cells[0].equals(region)
              && !cells[1].isEmpty()
              && !places.contains(cells[1] + "\t" + cells[2]);
        });
    return before - aliases.size();
  }

  /** Beside the file first, so that a full disk leaves the old one whole. */
  private static void write(Path file, List<String> lines) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, String.join("\n", lines) + "\n");
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The lines of one file while rows are merged into them. */
  private static final class Merge {
    private final String file;
    private final List<String> lines;
    private final String region;

    Merge(String file, List<String> lines, String region) {
      this.file = file;
      this.lines = lines;
      this.region = region;
      String header = HEADERS.getOrDefault(file, "");
      if (!lines.contains(header)) {
        throw new IllegalArgumentException(
            file + ": its header is not «" + header.replace("\t", " ") + "»");
      }
    }

    Change with(List<List<String>> rows, boolean replace) {
      int removed = 0;
      if (replace) {
        int before = lines.size();
        lines.removeIf(line -> line.startsWith(region + "\t"));
        removed = before - lines.size();
      }
      Map<String, Integer> present = new HashMap<>();
      int last = lines.size() - 1;
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith(region + "\t")) {
          present.put(key(lines.get(i).split("\t", -1)), i);
          last = i;
        }
      }
      int kept = present.size();
      List<String> added = new ArrayList<>();
      for (List<String> row : rows) {
        String[] cells = row.stream().map(Merge::cell).toArray(String[]::new);
        if (present.putIfAbsent(key(cells), -1) == null) {
          added.add(String.join("\t", cells));
        }
      }
      lines.addAll(last + 1, added);
      return new Change(added.size(), kept, removed);
    }

    private String key(String[] cells) {
      StringBuilder key = new StringBuilder();
      int columns = KEY_COLUMNS.getOrDefault(file, 1);
      for (int i = 1; i <= columns && i < cells.length; i++) {
        key.append(MunicipalityName.key(cells[i])).append('\t');
      }
      return key.toString();
    }

    /** No quoting: a tab or a line's end in a cell becomes a space. */
    private static String cell(String value) {
      return value.replaceAll("[\\t\\r\\n]+", " ").strip();
    }
  }
}
