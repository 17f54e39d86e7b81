package org.otklik.jobs.posts;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.channel.Channel;
import org.otklik.jobs.channel.ChannelReader;
import org.otklik.jobs.settings.JobArguments;
import org.otklik.jobs.sources.SourceRules;
import org.otklik.models.analysis.PostAnalyzer;
import org.otklik.models.analysis.PostExaminer;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.misinformation.ClaimRegister;
import org.otklik.models.place.Boundaries;
import org.otklik.models.place.GazetteerRows;
import org.otklik.models.place.PlaceResolver;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;
import org.otklik.models.topic.ThemeClassifier;

/** The settings of {@code analyze-posts} from an installation's configuration. */
final class ConfiguredSettings {
  private static final Duration POST_MEMORY = Duration.ofDays(60);
  private static final Duration CLAIM_REACH = Duration.ofHours(48);

  private ConfiguredSettings() {}

  static AnalyzePostsJob.Settings of(JobArguments arguments) throws IOException {
    Region region = arguments.loadRegion();
    Map<String, ChannelReader> readers = new HashMap<>();
    for (Channel channel : Channel.values()) {
      readers.put(channel.code(), channel.reader(arguments.pseudonyms(), region.timeZone()));
    }
    GazetteerRows gazetteer =
        GazetteerRows.read(arguments.configuration().resolve("gazetteer"), region.gazetteer());
    ClaimRegister register = ClaimRegister.load(arguments.configuration().resolve("claims"));
    Boundaries boundaries = new RegionFiles(arguments.configuration()).boundaries(region);
    return new AnalyzePostsJob.Settings(
        readers,
        analyzers(region, gazetteer, boundaries),
        examiners(region, register),
        centroids(region),
        CLAIM_REACH,
        POST_MEMORY,
        region,
        SourceRules.read(arguments.configuration(), Channel.names()));
  }

  static Map<String, Region.Point> centroids(Region region) {
    return region.municipalities().stream()
        .collect(Collectors.toMap(Region.Municipality::name, Region.Municipality::centroid));
  }

  /**
   * Each subtask gets what the configuration said when the job was submitted, and loads the models
   * from the job's jar.
   */
  static AnalyzerFactory analyzers(
      Region region, GazetteerRows gazetteer, @Nullable Boundaries boundaries) {
    return () ->
        new PostAnalyzer(
            region,
            ThemeClassifier.load(),
            new PlaceResolver(gazetteer.gazetteer(), region.gazetteer(), boundaries));
  }

  /**
   * Each subtask begins with the register that the configuration held when the job was submitted.
   */
  static ExaminerFactory examiners(Region region, ClaimRegister register) {
    List<Claim> claims = register.forRegion(region.id()).claims();
    ZoneId zone = region.timeZone();
    return () -> new PostExaminer(claims, zone);
  }
}
