package org.otklik.jobs.sources;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.settings.SettingsFile;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;

/**
 * When a source counts as silent: what stands in {@code config/sources.yaml}. Hours are waking
 * hours.
 *
 * @param minimumHours no shorter silence is told
 * @param factor how many times the usual break
 * @param weeks from the breaks of so many past weeks the usual one is learned
 * @param whileLearningHours the limit while the usual break is not known
 * @param night hours of the day that do not count; null for none
 * @param leaveOut channels, and ids of communities, that are not watched
 */
public record SourceRules(
    int minimumHours,
    double factor,
    int weeks,
    int whileLearningHours,
    @Nullable Night night,
    List<String> leaveOut)
    implements Serializable {

  /**
   * Hours of the day that do not count.
   *
   * @param from when they begin, such as {@code 23:00}
   * @param to when they end; may be earlier than from
   */
  public record Night(String from, String to) implements Serializable {}

  /**
   * Reads {@code sources.yaml}.
   *
   * @param configuration the folder {@code config}
   * @param channels names of all channels
   * @throws IOException when it can't be read
   * @throws IllegalArgumentException when it is missing or wrong: one line per fault
   */
  public static SourceRules read(Path configuration, List<String> channels) throws IOException {
    SourceRules rules = SettingsFile.read(configuration, "sources", SourceRules.class);
    Path file = configuration.resolve("sources.yaml");
    if (rules.night != null && rules.night.from.equals(rules.night.to)) {
      throw new IllegalArgumentException(
          file + ": night: begins when it ends: write null when every hour counts");
    }
    Set<String> known = new HashSet<>(channels);
    RegionFiles regions = new RegionFiles(configuration);
    if (!known.containsAll(rules.leaveOut)) {
      for (String id : regions.ids()) {
        regions.load(id).communities().stream().map(Region.Community::id).forEach(known::add);
      }
    }
    for (int i = 0; i < rules.leaveOut.size(); i++) {
      if (!known.contains(rules.leaveOut.get(i))) {
        throw new IllegalArgumentException(
            file
                + ": leave-out["
                + i
                + "]: «"
                + rules.leaveOut.get(i)
                + "» is neither a channel nor a community of a region: choose one of "
                + channels
                + ", or an id from regions/*.yaml in quotes");
      }
    }
    return rules;
  }

  /**
   * The waking time after which a source counts as silent.
   *
   * @param usualMillis its usual break; null while it is not known
   */
  Duration limit(@Nullable Long usualMillis) {
    Duration known =
        usualMillis == null
            ? Duration.ofHours(whileLearningHours)
            : Duration.ofMillis(Math.round(factor * usualMillis));
    Duration minimum = Duration.ofHours(minimumHours);
    return known.compareTo(minimum) > 0 ? known : minimum;
  }
}
