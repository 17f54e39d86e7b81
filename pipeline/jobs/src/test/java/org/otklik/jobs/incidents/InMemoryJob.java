package org.otklik.jobs.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.ClaimChange;
import org.otklik.jobs.CollectingSink;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.jobs.TestPosts;
import org.otklik.jobs.spread.SpreadSettings;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.bursts.BurstSettings;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.region.RegionFiles;

/** The topology on given posts, with the settings that ship. */
final class InMemoryJob {
  private static final Path CONFIGURATION = Path.of("../../config");

  private InMemoryJob() {}

  static void run(
      CollectingSink<Document> documents,
      CollectingSink<AlertEvent> alerts,
      List<Claim> register,
      List<ClaimChange> claimChanges,
      AnalyzedPost... posts)
      throws Exception {
    Configuration configuration =
        new Configuration()
            .set(PipelineOptions.GENERIC_TYPES, false)
            .set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    DataStream<AnalyzedPost> source =
        environment
            .fromData(AnalyzedPost.class, posts)
            .uid("posts")
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<AnalyzedPost>forBoundedOutOfOrderness(Duration.ofHours(1))
                    .withTimestampAssigner(
                        (post, unused) -> post.post().publishedAt().toEpochMilli()))
            .uid("event-time");
    ClaimChange any = new ClaimChange("any", TestPosts.claim("any", "Воды нет"), TestPosts.NOON);
    DataStream<ClaimChange> claims =
        environment
            .fromData(
                ClaimChange.class,
                claimChanges.isEmpty()
                    ? new ClaimChange[] {any}
                    : claimChanges.toArray(ClaimChange[]::new))
            .uid("claims");
    TrackIncidentsJob.define(
        source,
        claims,
        environment.fromData(Types.INSTANT, TestPosts.TWO_HOURS_LATER).uid("clock"),
        new TrackIncidentsJob.Sinks(documents, alerts),
        new TrackIncidentsJob.Settings(
            new RegionFiles(CONFIGURATION).load("sakhalin"),
            Duration.ofDays(1),
            Duration.ofDays(1),
            SpreadSettings.of(register, TestPosts.SPREAD),
            BurstSettings.load(CONFIGURATION),
            new EventRules(3, 3),
            Map.of("energy", "Энергетика")));
    environment.execute();
  }

  /** The newest version of each document, as an index would keep it. */
  static Map<String, JsonNode> latest(CollectingSink<Document> documents, String index)
      throws Exception {
    Map<String, Long> versions = new HashMap<>();
    Map<String, JsonNode> latest = new HashMap<>();
    for (Document document : documents.values()) {
      if (document.index().equals(index)
          && document.version() > versions.getOrDefault(document.id(), 0L)) {
        versions.put(document.id(), document.version());
        latest.put(document.id(), Json.mapper().readTree(document.body()));
      }
    }
    return latest;
  }
}
