package org.otklik.models.place;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a gazetteer's files as one value that can be sent to where it is needed; {@link
 * Gazetteer#of} reads them. Lines of other regions are empty, so that line numbers stay true.
 *
 * @param region key of the region, as in the files' first column
 * @param settlements lines of {@code settlements.tsv}: region municipality name type population lat
 *     lon precision source
 * @param municipalities lines of {@code municipalities.tsv}: region municipality official_name seat
 *     lat lon population source
 * @param aliases lines of {@code aliases.tsv}: region municipality settlement alias kind
 *     needs_context source
 * @param cities lines of {@code cities.tsv}, the whole country: name region population lat lon
 *     source
 */
public record GazetteerRows(
    String region,
    List<String> settlements,
    List<String> municipalities,
    List<String> aliases,
    List<String> cities)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static final String SETTLEMENTS = "settlements.tsv";
  static final String MUNICIPALITIES = "municipalities.tsv";
  static final String ALIASES = "aliases.tsv";
  static final String CITIES = "cities.tsv";

  public GazetteerRows {
    settlements = List.copyOf(settlements);
    municipalities = List.copyOf(municipalities);
    aliases = List.copyOf(aliases);
    cities = List.copyOf(cities);
  }

  /**
   * Reads the four files of a gazetteer.
   *
   * @param directory where they lie
   * @param region the region whose rows are kept
   * @throws IllegalArgumentException when a file is missing or is not UTF-8
   * @throws UncheckedIOException when a file can't be read
   */
  public static GazetteerRows read(Path directory, String region) {
    return new GazetteerRows(
        region,
        ofRegion(lines(directory.resolve(SETTLEMENTS)), region),
        ofRegion(lines(directory.resolve(MUNICIPALITIES)), region),
        ofRegion(lines(directory.resolve(ALIASES)), region),
        lines(directory.resolve(CITIES)));
  }

  /**
   * The places that the lines tell; see {@link Gazetteer#of}.
   *
   * @throws IllegalArgumentException when a line is wrong; file, line and column are told
   */
  public Gazetteer gazetteer() {
    return Gazetteer.of(this);
  }

  private static List<String> lines(Path file) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
      if (!lines.isEmpty() && lines.get(0).startsWith("\uFEFF")) {
        lines.set(0, lines.get(0).substring(1));
      }
      return lines;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + ": there is no such file in the gazetteer", e);
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(file + ": is not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": can't be read", e);
    }
  }

  private static List<String> ofRegion(List<String> lines, String region) {
    String prefix = region + "\t";
    List<String> kept = new ArrayList<>(lines.size());
    boolean header = true;
    for (String line : lines) {
      boolean text = !line.isEmpty() && !line.startsWith("#");
      kept.add(text && (header || line.startsWith(prefix)) ? line : "");
      header = header && !text;
    }
    return kept;
  }
}
