package org.otklik.jobs.bursts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.jobs.bursts.SimulatedRegion.Drawn;
import org.otklik.models.bursts.BurstSettings;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;

/**
 * Two hours of four times the usual, in a cell whose usual two hours are known, after three weeks
 * of counting. Chance alone doubles small numbers: how many bursts are found depends on the base.
 */
class PlantedBurstsTest {
  private static final Path CONFIGURATION = Path.of("../../config");
  private static final int HOUR_OF_DAY = 14;
  private static final int WEEKS_BEFORE = 3;
  private static final int SEEDS = 30;
  private static final int HOURS = 2;
  private static final int PLACE = 1;

  @ParameterizedTest(name = "usual {0} in two hours: at least {1} of 30 found")
  @CsvSource({"8,12", "16,27", "24,27"})
  void areFoundWithinTwoHoursWhereThereIsEnoughTraffic(double usual, int atLeast) throws Exception {
    Region region = new RegionFiles(CONFIGURATION).load("sakhalin");
    BurstSettings settings = BurstSettings.load(CONFIGURATION);
    int found = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      found += isFound(region, settings, usual, seed) ? 1 : 0;
    }

    assertThat(found).as("bursts found of " + SEEDS).isGreaterThanOrEqualTo(atLeast);
  }

  private static boolean isFound(Region region, BurstSettings settings, double usual, long seed)
      throws Exception {
    int day = (int) (seed % 7);
    int hour = WEEKS_BEFORE * SimulatedRegion.HOURS_OF_WEEK + 24 * day + HOUR_OF_DAY;
    SimulatedRegion unscaled = SimulatedRegion.ofOneTheme(region, 1, seed);
    double perDay = usual / (unscaled.rate(PLACE, 0, hour) + unscaled.rate(PLACE, 0, hour + 1));
    SimulatedRegion simulated = SimulatedRegion.ofOneTheme(region, perDay, seed);
    List<Drawn> posts = new ArrayList<>(simulated.ordinary(0, hour + HOURS));
    posts.addAll(simulated.burst(PLACE, 0, hour, HOURS, simulated.poisson((4 - 1) * usual)));
    posts.sort(Comparator.comparing(post -> post.standing().publishedAt()));
    Instant begin = SimulatedRegion.start(hour);
    Instant end = SimulatedRegion.start(hour + HOURS);
    try (Watch watch = new Watch(region, settings)) {
      watch.begin(SimulatedRegion.MONDAY);
      for (Drawn post : posts) {
        if (post.standing().publishedAt().isBefore(end)) {
          watch.live(post.id(), post.standing());
        }
      }
      return watch.events().stream()
          .anyMatch(
              event ->
                  Objects.equals(event.municipality(), simulated.place(PLACE))
                      && !event.time().isBefore(begin.minusSeconds(6 * 3_600)));
    }
  }
}
