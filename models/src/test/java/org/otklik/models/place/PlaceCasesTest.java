package org.otklik.models.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the quality on the hand-written cases of {@code place/cases.tsv} with the gazetteer that is
 * delivered. The failures are in the message.
 */
class PlaceCasesTest {
  private static final Path GAZETTEER = Path.of("..", "config", "gazetteer");

  private record Case(
      String split,
      String region,
      String home,
      String text,
      String municipality,
      String settlement,
      String street,
      String note) {

    boolean wantsNone() {
      return municipality.equals("-") || municipality.equals("outside");
    }
  }

  @ParameterizedTest
  @CsvSource({"dev,0.95,0.03", "test,0.92,0.05"})
  void findsTheMunicipality(String split, double accuracy, double wronglyAsserted)
      throws IOException {
    Map<String, PlaceResolver> resolvers = new HashMap<>();
    int right = 0;
    int all = 0;
    int negatives = 0;
    int asserted = 0;
    List<String> failures = new ArrayList<>();
    for (Case one : cases()) {
      if (!one.split.equals(split)) {
        continue;
      }
      PlaceResolver resolver =
          resolvers.computeIfAbsent(
              one.region, region -> new PlaceResolver(Gazetteer.load(GAZETTEER, region), region));
      Place place =
          resolver.resolve(PlaceQuery.of(one.text, one.home.equals("-") ? null : one.home));
      all++;
      if (told(place).equals(one.municipality)) {
        right++;
      } else {
        failures.add(one + " -> " + place);
      }
      if (one.wantsNone()) {
        negatives++;
        asserted += place.municipality() == null ? 0 : 1;
      }
    }
    assertThat(all).isGreaterThan(90);
    assertThat((double) right / all).as("failures: %s", failures).isGreaterThan(accuracy);
    assertThat((double) asserted / negatives)
        .as("failures: %s", failures)
        .isLessThan(wronglyAsserted);
  }

  private static String told(Place place) {
    if (place.municipality() != null) {
      return place.municipality();
    }
    return place.precision().equals("outside") ? "outside" : "-";
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = PlaceCasesTest.class.getResourceAsStream("/place/cases.tsv")) {
      assertThat(in).isNotNull();
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        if (cells.length == 8 && !cells[0].equals("split")) {
          cases.add(
              new Case(
                  cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]));
        }
      }
    }
    return cases;
  }
}
