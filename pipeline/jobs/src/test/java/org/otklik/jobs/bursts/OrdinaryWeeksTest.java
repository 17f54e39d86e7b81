package org.otklik.jobs.bursts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.bursts.SimulatedRegion.Drawn;
import org.otklik.models.bursts.BurstSettings;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;

/** The settings that ship, on weeks in which nothing happens, from the first day on. */
class OrdinaryWeeksTest {
  private static final Path CONFIGURATION = Path.of("../../config");
  private static final int WEEKS = 2;

  @ParameterizedTest(name = "{0} messages a day, seed {1}")
  @CsvSource({"300,1", "300,2", "300,3", "300,4", "600,5", "600,6", "1000,7", "1000,8"})
  void raiseAtMostOneFalseBurstPerWeek(int perDay, long seed) throws Exception {
    Region region = new RegionFiles(CONFIGURATION).load("sakhalin");
    SimulatedRegion simulated = new SimulatedRegion(region, perDay, seed);

    List<AlertEvent> events =
        events(region, simulated.ordinary(0, WEEKS * SimulatedRegion.HOURS_OF_WEEK));

    assertThat(IntStream.range(0, WEEKS).mapToLong(week -> inWeek(events, week)))
        .as("bursts by week: %s", events)
        .allMatch(bursts -> bursts <= 1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void areQuietWhereOneCellIsBusyByDayAndSilentAtNight(long seed) throws Exception {
    Region region = new RegionFiles(CONFIGURATION).load("sakhalin");
    SimulatedRegion simulated = SimulatedRegion.ofOneTheme(region, 150, seed);

    assertThat(events(region, simulated.ordinary(0, 4 * SimulatedRegion.HOURS_OF_WEEK)))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void areQuietWhenTheVeryFirstMessagesCome() throws Exception {
    Region region = new RegionFiles(CONFIGURATION).load("sakhalin");
    SimulatedRegion simulated = new SimulatedRegion(region, 300, 21);

    assertThat(events(region, simulated.burst(1, 0, 0, 2, 40))).isEmpty();
  }

  private static List<AlertEvent> events(Region region, List<Drawn> posts) throws Exception {
    try (Watch watch = new Watch(region, BurstSettings.load(CONFIGURATION))) {
      watch.begin(SimulatedRegion.MONDAY);
      for (Drawn post : posts) {
        watch.live(post.id(), post.standing());
      }
      return watch.events();
    }
  }

  private static long inWeek(List<AlertEvent> events, int week) {
    return events.stream()
        .filter(
            event -> Duration.between(SimulatedRegion.MONDAY, event.time()).toDays() / 7 == week)
        .count();
  }
}
