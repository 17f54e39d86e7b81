package org.otklik.jobs.posts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.ClaimChange;
import org.otklik.jobs.CollectingSink;
import org.otklik.jobs.DeadLetter;
import org.otklik.jobs.Decision;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.jobs.RawRecord;
import org.otklik.jobs.TestPosts;
import org.otklik.jobs.channel.Channel;
import org.otklik.jobs.channel.ChannelReader;
import org.otklik.jobs.sources.SourceRules;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.Review;
import org.otklik.models.misinformation.ClaimRegister;
import org.otklik.models.place.GazetteerRows;
import org.otklik.models.post.PostId;
import org.otklik.models.post.Pseudonyms;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;

/** The topology in memory, with the real readers, models and configuration. */
class AnalyzePostsJobTest {
  private static final Path CONFIGURATION = Path.of("../../config");

  private final List<RawRecord> raw = new ArrayList<>();
  private final List<Decision> decided =
      new ArrayList<>(
          List.of(new Decision("another-type", "nothing", null, "duty", null, TestPosts.NOON)));
  private final CollectingSink<AnalyzedPost> analyzed = new CollectingSink<>();
  private final CollectingSink<Document> documents = new CollectingSink<>();
  private final CollectingSink<DeadLetter> deadLetters = new CollectingSink<>();
  private final CollectingSink<AlertEvent> alerts = new CollectingSink<>();
  private final List<Instant> ticks = new ArrayList<>(List.of(TestPosts.NOON));

  @Test
  void turnsRawRecordsIntoAnalysedPostsDocumentsAndABalancedAccount() throws Exception {
    received(
        "json",
        "{\"id\":\"1\",\"text\":\"В Холмске на Советской огромная яма на дороге, звоните +7 914 000-11-22\",\"publishedAt\":\"2026-03-15T12:00:00Z\"}");
    received(
        "json",
        "{\"id\":\"1\",\"text\":\"В Холмске на Советской огромная яма на дороге, звоните +7 914 000-11-22\",\"publishedAt\":\"2026-03-15T12:00:00Z\"}");
    received(
        "json",
        "{\"id\":\"1\",\"text\":\"В Холмске яму на дороге засыпали\",\"publishedAt\":\"2026-03-15T12:00:00Z\",\"editedAt\":\"2026-03-15T12:30:00Z\"}");
    received(
        "json",
        "{\"id\":\"2\",\"text\":\"Автобус номер 5 в Корсакове опять не пришёл\",\"publishedAt\":\"2026-03-15T12:05:00Z\"}");
    received("json", "{\"id\":\"3\",\"text\":\"\",\"publishedAt\":\"2026-03-15T12:05:00Z\"}");
    received("json", "{\"id\":\"4\",\"text\":");
    received("vk", "{\"type\":\"confirmation\",\"group_id\":1}");
    received("fax", "…");

    run();

    assertThat(analyzed.values())
        .hasSize(3)
        .allSatisfy(post -> assertThat(post.analysis().misinformation()).isNotNull());
    assertThat(deadLetters.values())
        .hasSize(2)
        .allSatisfy(letter -> assertThat(letter.stage()).isEqualTo("read"));
    Map<String, JsonNode> accounts = accounts();
    assertThat(accounts.keySet()).containsExactlyInAnyOrder("json", "vk", "unknown");
    JsonNode json = accounts.get("json");
    assertThat(json.path("received").asInt()).isEqualTo(6);
    assertThat(json.path("indexed").asInt()).isEqualTo(2);
    assertThat(json.path("replaced").asInt()).isEqualTo(1);
    assertThat(json.path("duplicates").asInt()).isEqualTo(1);
    assertThat(json.path("ignored").asInt()).isEqualTo(1);
    assertThat(json.path("deadLettered").asInt()).isEqualTo(1);
  }

  @Test
  void letsNoPersonalDataOutOfTheJob() throws Exception {
    received(
        "json",
        "{\"id\":\"1\",\"author\":\"ivan.petrov\",\"text\":\"Яма у дома, звоните +7 914 000-11-22 или ivan@example.ru\",\"publishedAt\":\"2026-03-15T12:00:00Z\"}");

    run();

    String everything =
        new String(Json.bytes(analyzed.values()), StandardCharsets.UTF_8)
            + documents.values().stream()
                .map(document -> new String(document.body(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    assertThat(everything).contains("[телефон]", "[почта]").doesNotContain("914 000", "ivan");
  }

  @Test
  void givesTheDocumentOfAPostItsIdAndVersion() throws Exception {
    received(
        "json",
        "{\"id\":\"1\",\"text\":\"В Холмске яма\",\"publishedAt\":\"2026-03-15T12:00:00Z\"}");

    run();

    assertThat(documents.values().stream().filter(document -> document.index().equals("posts")))
        .singleElement()
        .satisfies(
            document -> {
              AnalyzedPost post = analyzed.values().get(0);
              assertThat(document.id()).isEqualTo(post.post().id());
              assertThat(document.version()).isEqualTo(TestPosts.NOON.toEpochMilli());
              JsonNode body = Json.mapper().readTree(document.body());
              assertThat(body.path("publishedAt").asText()).isEqualTo("2026-03-15T12:00:00Z");
              assertThat(body.path("theme").asText()).isNotEmpty();
              assertThat(body.path("lemmas").asText()).contains("яма");
            });
  }

  @Test
  void putsAPersonsThemeIntoTheTopicAndTheIndex() throws Exception {
    received(
        "json",
        "{\"id\":\"1\",\"text\":\"В Холмске яма на дороге\",\"publishedAt\":\"2026-03-15T12:00:00Z\"}");
    decided.add(
        new Decision(
            Decision.THEME_CORRECTION,
            PostId.of("json", "1"),
            "tourism",
            "duty",
            null,
            TestPosts.TWO_HOURS_LATER));

    run();

    AnalyzedPost last = analyzed.values().get(analyzed.values().size() - 1);
    assertThat(last.theme()).isEqualTo("tourism");
    JsonNode newest = null;
    long version = 0;
    for (Document document : documents.values()) {
      if (document.index().equals("posts") && document.version() > version) {
        version = document.version();
        newest = Json.mapper().readTree(document.body());
      }
    }
    assertThat(newest.path("theme").asText()).isEqualTo("tourism");
    assertThat(newest.path("modelTheme").asText()).isEqualTo(last.analysis().theme());
    assertThat(newest.path("correctedBy").asText()).isEqualTo("duty");
  }

  @Test
  void flagsThePostThatRepeatsAClaimOfTheTopicWhicheverCameFirst() throws Exception {
    received(
        "json",
        "{\"id\":\"1\",\"text\":\"Мост через Лютогу закроют на ремонт на три года\",\"publishedAt\":\"2026-03-15T12:00:00Z\"}");

    run();

    AnalyzedPost last = analyzed.values().get(analyzed.values().size() - 1);
    assertThat(last.analysis().misinformation().review()).isTrue();
    assertThat(last.analysis().misinformation().claimId()).isEqualTo("bridge");
  }

  @Test
  void keepsWhatAReviewWasDecidedOn() throws Exception {
    received(
        "json",
        "{\"id\":\"1\",\"text\":\"Мост закроют на три года, звоните +7 914 000-11-22\",\"publishedAt\":\"2026-03-15T12:00:00Z\"}");
    decided.add(
        new Decision(
            Decision.REVIEW,
            PostId.of("json", "1"),
            Review.BEING_CHECKED,
            "duty",
            "asked the road service",
            TestPosts.TWO_HOURS_LATER));

    run();

    assertThat(analyzed.values().get(analyzed.values().size() - 1).review().state())
        .isEqualTo(Review.BEING_CHECKED);
    assertThat(documents.values().stream().filter(written -> written.index().equals("evidence")))
        .singleElement()
        .satisfies(
            written -> {
              JsonNode evidence = Json.mapper().readTree(written.body());
              assertThat(evidence.path("text").asText()).contains("[телефон]");
              assertThat(evidence.path("state").asText()).isEqualTo(Review.BEING_CHECKED);
              assertThat(evidence.has("author")).isFalse();
            });
  }

  @Test
  void tellsOfChannelsFromWhichNothingComesAtAll() throws Exception {
    received(
        "json",
        "{\"id\":\"1\",\"text\":\"В Холмске яма\",\"publishedAt\":\"2026-03-15T12:00:00Z\"}");
    for (int i = 1; i <= 4 * 24 * 6; i++) {
      ticks.add(TestPosts.NOON.plus(Duration.ofMinutes(10L * i)));
    }

    run();

    assertThat(alerts.values())
        .allSatisfy(event -> assertThat(event.kind()).isEqualTo(AlertEvent.SOURCE_SILENT))
        .extracting(event -> event.facts().get("channel"))
        .containsExactlyInAnyOrder("vk", "telegram");
  }

  private void received(String channel, String record) {
    raw.add(
        new RawRecord(
            channel,
            TestPosts.NOON.plus(Duration.ofHours(1)),
            record.getBytes(StandardCharsets.UTF_8),
            "posts.raw",
            0,
            raw.size()));
  }

  private void run() throws Exception {
    Configuration configuration =
        new Configuration()
            .set(PipelineOptions.GENERIC_TYPES, false)
            .set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    DataStream<RawRecord> source =
        environment.fromData(RawRecord.class, raw.toArray(RawRecord[]::new)).uid("raw");
    DataStream<Decision> decisions =
        environment.fromData(Decision.class, decided.toArray(Decision[]::new)).uid("decisions");
    DataStream<ClaimChange> claims =
        environment
            .fromData(
                ClaimChange.class,
                new ClaimChange(
                    "bridge",
                    TestPosts.claim("bridge", "Мост через Лютогу закроют на ремонт на три года"),
                    TestPosts.TWO_HOURS_LATER))
            .uid("claims");
    AnalyzePostsJob.define(
        source,
        claims,
        decisions,
        environment.fromData(Types.INSTANT, ticks.toArray(Instant[]::new)).uid("clock"),
        new AnalyzePostsJob.Sinks(analyzed, documents, deadLetters, alerts),
        settings());
    environment.execute();
  }

  private static AnalyzePostsJob.Settings settings() throws Exception {
    Region region = new RegionFiles(CONFIGURATION).load("sakhalin");
    Map<String, ChannelReader> readers = new HashMap<>();
    for (Channel channel : Channel.values()) {
      readers.put(
          channel.code(), channel.reader(new Pseudonyms(new byte[16]), ZoneId.of("Asia/Sakhalin")));
    }
    GazetteerRows gazetteer =
        GazetteerRows.read(CONFIGURATION.resolve("gazetteer"), region.gazetteer());
    return new AnalyzePostsJob.Settings(
        readers,
        ConfiguredSettings.analyzers(region, gazetteer, null),
        ConfiguredSettings.examiners(region, ClaimRegister.load(CONFIGURATION.resolve("claims"))),
        ConfiguredSettings.centroids(region),
        Duration.ofDays(1),
        Duration.ofDays(1),
        region,
        SourceRules.read(CONFIGURATION, Channel.names()));
  }

  private Map<String, JsonNode> accounts() throws Exception {
    Map<String, JsonNode> accounts = new HashMap<>();
    for (Document document : documents.values()) {
      if (document.index().equals(KeepAccounts.INDEX)) {
        accounts.put(document.id(), Json.mapper().readTree(document.body()));
      }
    }
    return accounts;
  }
}
