package org.otklik.models.place.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A dump of GeoNames, such as {@code RU.txt}: 19 tab-separated columns without a header (see
 * https://download.geonames.org/export/dump/readme.txt). Of its features only populated places are
 * settlements; abandoned ones and parts of towns are not.
 */
final class GeoNamesDump {
  private static final int COLUMNS = 19;
  private static final Set<String> SETTLEMENTS =
      Set.of(
          "PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPLC", "PPLF", "PPLG", "PPLL", "PPLS",
          "STLMT");

  /**
   * What a dump tells.
   *
   * @param places the settlements
   * @param withoutRussianName settlements left out since no Russian name is given
   */
  record Contents(List<FoundPlace> places, List<String> withoutRussianName) {}

  private GeoNamesDump() {}

  /**
   * Reads the settlements of a dump.
   *
   * @param admin1 GeoNames' code of the region (for example 41 for Kursk); null for any
   * @param within tells whether a point is wanted
   * @throws IllegalArgumentException when it is wrong; file, line and column are told
   */
  static Contents read(Path file, @Nullable String admin1, Predicate<Point> within) {
    Contents contents = new Contents(new ArrayList<>(), new ArrayList<>());
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          add(new Line(file, number, line.split("\t", -1)), admin1, within, contents);
        }
      }
      return contents;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + ": there is no such file", e);
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(file + ": is not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": can't be read", e);
    }
  }

  private static void add(
      Line line, @Nullable String admin1, Predicate<Point> within, Contents contents) {
    if (!line.cells[6].equals("P")
        || !SETTLEMENTS.contains(line.cells[7])
        || admin1 != null && !admin1.equals(line.cells[10])) {
      return;
    }
    Point point = new Point(line.degrees(4, "latitude", 90), line.degrees(5, "longitude", 180));
    if (!within.test(point)) {
      return;
    }
    String source = "geonames " + line.cells[0];
    Optional<String> name = RussianName.of(line.cells[1], Arrays.asList(line.cells[3].split(",")));
    if (name.isEmpty()) {
      contents.withoutRussianName.add(line.cells[1] + " (" + source + ")");
      return;
    }
    contents.places.add(
        new FoundPlace(
            name.get(), SettlementType.OTHER, line.population(), point, null, List.of(), source));
  }

  /** One line of the dump. */
  private record Line(Path file, int number, String[] cells) {
    Line {
      if (cells.length != COLUMNS) {
        throw new IllegalArgumentException(
            file
                + ", line "
                + number
                + ": "
                + cells.length
                + " columns, a dump of GeoNames has "
                + COLUMNS);
      }
    }

    double degrees(int column, String name, double most) {
      try {
        double number = Double.parseDouble(cells[column]);
        if (Math.abs(number) <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // told below, like a number out of its bounds
      }
      throw wrong(column, name);
    }

    /** GeoNames writes 0 where it does not know. */
    int population() {
      try {
        int population = cells[14].isEmpty() ? 0 : Integer.parseInt(cells[14]);
        return population <= 0 ? -1 : population;
      } catch (NumberFormatException e) {
        throw wrong(14, "population");
      }
    }

    private IllegalArgumentException wrong(int column, String name) {
      return new IllegalArgumentException(
          file
              + ", line "
              + number
              + ", column "
              + (column + 1)
              + " ("
              + name
              + "): «"
              + cells[column]
              + "» is out of range");
    }
  }
}
