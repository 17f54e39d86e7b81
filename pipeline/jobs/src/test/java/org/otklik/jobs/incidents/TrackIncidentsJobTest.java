package org.otklik.jobs.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.ClaimChange;
import org.otklik.jobs.CollectingSink;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.jobs.TestPosts;
import org.otklik.jobs.spread.SpreadSettings;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.Correction;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;
import org.otklik.models.region.RegionFiles;

/** The topology in memory. */
class TrackIncidentsJobTest {
  private final CollectingSink<Document> documents = new CollectingSink<>();
  private final CollectingSink<AlertEvent> alerts = new CollectingSink<>();

  @Test
  void addsPostsUpToHeatCells() throws Exception {
    run(
        post("1", 1, "roads", "Холмский"),
        post("2", 1, "roads", "Холмский"),
        post("2", 1, "roads", "Холмский"),
        post("3", 1, "energy", "Холмский"),
        post("4", 1, "roads", null),
        TestPosts.analyzed(
            TestPosts.post("5", "Принято", PostKind.RESPONSE, TestPosts.NOON, 1),
            "roads",
            "Холмский"));

    Map<String, Integer> messages = new HashMap<>();
    for (JsonNode cell : latest("heat").values()) {
      messages.put(
          cell.path("municipality").asText() + " " + cell.path("theme").asText(),
          cell.path("messages").asInt());
    }
    assertThat(messages)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Холмский roads", 2, "Холмский energy", 1, "null roads", 1));
  }

  @Test
  void movesAnEditedPostToItsNewCell() throws Exception {
    run(post("1", 1, "roads", "Холмский"), post("1", 2, "roads", "Невельский"));

    assertThat(latest("heat").values())
        .extracting(
            cell -> cell.path("municipality").asText() + " " + cell.path("messages").asInt())
        .containsExactlyInAnyOrder("Холмский 0", "Невельский 1");
  }

  @Test
  void saysWhereACellLiesAndWhenItBegins() throws Exception {
    run(post("1", 1, "roads", "Холмский"));

    assertThat(latest("heat").values())
        .singleElement()
        .satisfies(
            cell -> {
              assertThat(cell.path("hour").asText()).isEqualTo("2026-03-15T12:00:00Z");
              assertThat(cell.path("region").asText()).isEqualTo("sakhalin");
              assertThat(cell.at("/location/lat").asDouble()).isEqualTo(47.22);
            });
  }

  @Test
  void addsUpHowAClaimSpreads() throws Exception {
    AnalyzedPost one = post("1", 1, "utilities", "Холмский");
    AnalyzedPost other = post("2", 1, "utilities", null);

    run(
        one.examined(1, TestPosts.suspicion("water")),
        other.examined(1, TestPosts.suspicion("water")));

    assertThat(latest("claims").values())
        .singleElement()
        .satisfies(
            spread -> {
              assertThat(spread.path("kind").asText()).isEqualTo("claim");
              assertThat(spread.path("claim").asText()).contains("на две недели");
              assertThat(spread.path("posts").asInt()).isEqualTo(2);
              assertThat(spread.path("communities").asInt()).isEqualTo(1);
              assertThat(spread.at("/hours/0/posts").asInt()).isEqualTo(2);
            });
  }

  @Test
  void tellsOfAnUrgentPostOnceAlsoWhenItIsEditedOrCorrected() throws Exception {
    AnalyzedPost urgent =
        TestPosts.urgent(post("1", 1, "energy", "Холмский"), 3, "life-and-health");
    AnalyzedPost edited =
        TestPosts.urgent(post("1", 2, "energy", "Холмский"), 3, "life-and-health");
    AnalyzedPost corrected =
        new AnalyzedPost(
            edited.post().withVersion(3),
            edited.analysis(),
            new Correction("roads", "duty", TestPosts.NOON),
            null,
            null);

    run(urgent, urgent, edited, corrected, post("2", 1, "roads", "Холмский"));

    assertThat(alerts.values())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(AlertEvent.URGENT_MESSAGE);
              assertThat(event.posts()).containsExactly(urgent.post().id());
            });
  }

  @Test
  void tellsOfAClaimThatSpreadsSuddenlyOnce() throws Exception {
    AnalyzedPost[] posts = new AnalyzedPost[8];
    for (int i = 0; i < posts.length; i++) {
      posts[i] =
          inCommunity("community " + i, post(Integer.toString(i), 1, "housing-utilities", null))
              .examined(1, TestPosts.suspicion("water"));
    }

    run(posts);

    assertThat(alerts.values())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(AlertEvent.CLAIM_SPREADING);
              assertThat(event.facts()).containsEntry("claimId", "water");
              assertThat(event.figures()).containsEntry("posts", 6.0);
            });
  }

  private static AnalyzedPost inCommunity(String community, AnalyzedPost analyzed) {
    Post post = analyzed.post();
    return AnalyzedPost.of(
        new Post(
            post.id(),
            post.channel(),
            post.nativeId(),
            post.kind(),
            post.text(),
            null,
            community,
            post.author(),
            post.publishedAt(),
            null,
            post.version(),
            null,
            null,
            null,
            null,
            post.sourceFields()),
        analyzed.analysis());
  }

  private static AnalyzedPost post(
      String nativeId, long version, String theme, String municipality) {
    return TestPosts.analyzed(
        TestPosts.post(nativeId, "текст", PostKind.POST, TestPosts.NOON, version),
        theme,
        municipality);
  }

  private void run(AnalyzedPost... posts) throws Exception {
    Configuration configuration =
        new Configuration()
            .set(PipelineOptions.GENERIC_TYPES, false)
            .set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    DataStream<AnalyzedPost> source = environment.fromData(AnalyzedPost.class, posts).uid("posts");
    DataStream<ClaimChange> claims =
        environment
            .fromData(
                ClaimChange.class,
                new ClaimChange(
                    "water",
                    TestPosts.claim("water", "Воду отключат во всём городе на две недели"),
                    TestPosts.NOON))
            .uid("claims");
    TrackIncidentsJob.define(
        source,
        claims,
        environment.fromData(Types.INSTANT, TestPosts.TWO_HOURS_LATER).uid("clock"),
        new TrackIncidentsJob.Sinks(documents, alerts),
        new TrackIncidentsJob.Settings(
            new RegionFiles(Path.of("../../config")).load("sakhalin"),
            Duration.ofDays(1),
            Duration.ofDays(1),
            SpreadSettings.of(List.of(), TestPosts.SPREAD),
            new EventRules(3, 3),
            Map.of("energy", "Энергетика")));
    environment.execute();
  }

  /** The newest version of each document, as an index would keep it. */
  private Map<String, JsonNode> latest(String index) throws Exception {
    Map<String, Long> versions = new HashMap<>();
    Map<String, JsonNode> latest = new HashMap<>();
    for (Document document : documents.values()) {
      if (document.index().equals(index)
          && document.version() >= versions.getOrDefault(document.id(), 0L)) {
        versions.put(document.id(), document.version());
        latest.put(document.id(), Json.mapper().readTree(document.body()));
      }
    }
    return latest;
  }
}
