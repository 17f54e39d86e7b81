package org.otklik.local;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.Json;
import org.otklik.jobs.alerts.Notice;
import org.otklik.jobs.kafka.ClaimTopic;
import org.otklik.jobs.kafka.KafkaSettings;
import org.otklik.local.RunningPipeline.DeadLetterRecord;
import org.otklik.local.demo.IndexedPicture.Accounts;
import org.otklik.local.stack.Progress;
import org.otklik.models.post.PostId;

/**
 * From Kafka to Elasticsearch through both jobs, on the embedded stack: real servers, nothing in
 * between is a stand-in.
 */
class WholeWayTest {
  private static RunningPipeline pipeline;

  @BeforeAll
  static void start() throws Exception {
    pipeline = RunningPipeline.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (pipeline != null) {
      pipeline.stop();
    }
  }

  @Test
  void losesAndDoublesNothingWhenElasticsearchIsKilledInMidLoad() throws Exception {
    int posts = 4_000;
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < posts; i++) {
      records.add(post("outage-" + i, "В Холмске на Советской яма номер " + i));
    }
    long before = count("outage-*");
    assertThat(before).isZero();

    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(() -> pipeline.send("json", records.subList(0, posts / 2)));
    awaitSomeOf("outage-*");
    pipeline.stack().elasticsearch().kill();
    sending.join();
    pipeline.send("json", records.subList(posts / 2, posts));
    pipeline.send("json", records.subList(0, 100)); // copies, while the server is away
    pipeline.stack().elasticsearch().start(Progress.silent());
    pipeline.awaitAll();

    assertThat(count("outage-*")).isEqualTo(posts);
    assertThat(pipeline.messagesOnTheMap()).isEqualTo(pipeline.picture().citizensPosts());
  }

  @Test
  void endsMalformedInputOfEveryKindInDeadLettersAndGoesOn() throws Exception {
    Map<String, byte[]> malformed =
        Map.of(
            "truncated JSON", utf8("{\"id\":\"bad-1\",\"text\":\"яма"),
            "a wrong type", utf8("{\"id\":\"bad-2\",\"text\":{\"a\":1}}"),
            "a missing id", utf8("{\"text\":\"яма\"}"),
            "a text of 3 MB", utf8("{\"id\":\"bad-3\",\"text\":\"" + "я".repeat(1_500_000) + "\"}"),
            "deep nesting",
                utf8(
                    "{\"id\":\"bad-4\",\"text\":\"яма\",\"x\":"
                        + "[".repeat(5_000)
                        + "]".repeat(5_000)
                        + "}"),
            "raw NUL bytes", utf8("{\"id\":\"bad-5\",\"text\":\"я\u0000ма\"}"),
            "a date in the far future",
                utf8(
                    "{\"id\":\"bad-6\",\"text\":\"яма\",\"publishedAt\":\"2126-01-01T00:00:00Z\"}"),
            "bytes that are no UTF-8", new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'},
            "no JSON at all", utf8("привет"));
    int lettersBefore = pipeline.deadLetters().size();

    for (byte[] record : malformed.values()) {
      pipeline.send("json", List.of(record));
    }
    pipeline.send("json", List.of(post("after-malformed", "В Корсакове нет света")));
    pipeline.awaitAll();

    List<DeadLetterRecord> letters = pipeline.deadLetters();
    List<DeadLetterRecord> added = letters.subList(lettersBefore, letters.size());
    assertThat(added).hasSize(malformed.size());
    assertThat(added)
        .extracting(DeadLetterRecord::value)
        .containsExactlyInAnyOrderElementsOf(malformed.values());
    assertThat(added)
        .allSatisfy(
            letter ->
                assertThat(letter.headers())
                    .containsKeys("partition", "offset", "reason")
                    .containsEntry("topic", "posts.raw")
                    .containsEntry("stage", "read")
                    .containsEntry("channel", "json"));
    assertThat(count("after-malformed")).isEqualTo(1);
  }

  @Test
  void movesACorrectedPostInTheIndexAndOnTheHeatMapAndKeepsItAsTrainingData() throws Exception {
    pipeline.send("json", List.of(post("corrected", "В Томари яма на дороге")));
    pipeline.awaitAll();
    String id = PostId.of("json", "corrected");
    long onMap = pipeline.messagesOnTheMap();
    long tourismBefore = messages("Томаринский", "tourism");

    assertThat(
            Otklik.run(
                "correct",
                "--post",
                id,
                "--theme",
                "tourism",
                "--by",
                "duty",
                "--kafka",
                pipeline.kafka()))
        .isZero();
    while (messages("Томаринский", "tourism") == tourismBefore) {
      pipeline.picture().refresh();
    }
    pipeline.awaitAll();

    assertThat(messages("Томаринский", "tourism")).isEqualTo(tourismBefore + 1);
    assertThat(pipeline.messagesOnTheMap()).isEqualTo(onMap);
    Path file = Files.createTempFile("otklik-test-", ".tsv");
    try {
      String elasticsearch = pipeline.stack().elasticsearch().url().toString();
      assertThat(
              Otklik.run("corrections", "--elasticsearch", elasticsearch, "--out", file.toString()))
          .isZero();
      assertThat(Files.readString(file)).contains(id + "\tВ Томари яма на дороге\ttourism\troads");
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void takesAClaimThatIsAddedWhileTheJobRunsAndKeepsWhatAPersonDecides() throws Exception {
    String rumour = "Мост через реку Лютогу закроют на ремонт на три года, объезда не будет";
    String early = PostId.of("json", "rumour-early");
    String later = PostId.of("json", "rumour-later");
    pipeline.send("json", List.of(rumour("rumour-early", rumour)));
    pipeline.awaitAll();
    Path claims = Files.createTempFile("otklik-test-", ".tsv");
    try {
      Files.writeString(
          claims,
          "claim_id\tclaim\tverdict_note\trefuted_by\tdate\n"
              + "lyutoga-bridge\tМост через Лютогу закроют на ремонт на три года\tРемонт займёт месяц\tведомство (пример)\t2026-03-01\n");
      assertThat(Otklik.run("claims", "add", claims.toString(), "--kafka", pipeline.kafka()))
          .isZero();
    } finally {
      Files.delete(claims);
    }
    awaitField("posts", early, "claimId", "lyutoga-bridge"); // indexed before the claim came
    pipeline.send("json", List.of(rumour("rumour-later", rumour + "!")));
    awaitField("posts", later, "claimId", "lyutoga-bridge");
    awaitField("claims", PostId.of("claims/sakhalin", "claim|lyutoga-bridge"), "posts", "2");
    awaitField("claims", PostId.of("claims/sakhalin", "narrative|" + early), "posts", "2");

    assertThat(decide(early, "confirmed", "--claim-id", "bridge", "--claim-text", "Моста не будет"))
        .isZero();
    awaitField("posts", early, "reviewState", "confirmed");
    pipeline.awaitAll();

    assertThat(field("posts", later, "reviewState")).isEqualTo("suspected");
    JsonNode evidence =
        pipeline.search("evidence", "{\"query\":{\"term\":{\"postId\":\"" + early + "\"}}}");
    assertThat(evidence.at("/hits/hits")).hasSize(1);
    assertThat(evidence.at("/hits/hits/0/_source/text").asText()).isEqualTo(rumour);
    assertThat(evidence.at("/hits/hits/0/_source/by").asText()).isEqualTo("duty");
    assertThat(ClaimTopic.changes(KafkaSettings.of(pipeline.kafka())))
        .anySatisfy(change -> assertThat(change.id()).isEqualTo("bridge"));
    assertThat(
            Otklik.run(
                "review",
                "list",
                "--elasticsearch",
                pipeline.stack().elasticsearch().url().toString()))
        .isZero();
  }

  @Test
  void tellsOfDangerOnceAndCallsNobodyForAnArchive() throws Exception {
    String danger = "В Холмске на Советской провод под напряжением лежит на дороге";
    String today = Instant.now().toString();
    pipeline.send("json", List.of(post("danger-long-ago", danger)));
    pipeline.send("json", List.of(post("danger", danger, today)));
    pipeline.send("json", List.of(post("danger", danger + ", дети рядом!", today)));
    pipeline.awaitAll();
    awaitAlertOf("danger");
    pipeline.send("json", List.of(post("danger-too", danger, today)));
    pipeline.awaitAll();
    awaitAlertOf("danger-too");

    assertThat(alertsOf("danger"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(AlertEvent.URGENT_MESSAGE);
              assertThat(event.municipality()).isEqualTo("Холмский");
              assertThat(event.summary()).startsWith("Опасность для жизни или здоровья: ");
            });
    assertThat(alertsOf("danger-long-ago")).isEmpty();
  }

  private static List<AlertEvent> alertsOf(String nativeId) throws IOException {
    return pipeline.alerts().stream()
        .filter(event -> event.posts().contains(PostId.of("json", nativeId)))
        .toList();
  }

  private static void awaitAlertOf(String nativeId) throws IOException {
    long deadline = System.nanoTime() + 120_000_000_000L;
    while (alertsOf(nativeId).isEmpty()) {
      assertThat(System.nanoTime()).as("an event of %s", nativeId).isLessThan(deadline);
    }
  }

  private static int decide(String post, String state, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "review",
                "decide",
                "--post",
                post,
                "--state",
                state,
                "--by",
                "duty",
                "--kafka",
                pipeline.kafka(),
                "--elasticsearch",
                pipeline.stack().elasticsearch().url().toString()));
    arguments.addAll(List.of(more));
    return Otklik.run(arguments.toArray(String[]::new));
  }

  private static byte[] rumour(String id, String text) {
    return Json.bytes(
        Map.of(
            "id",
            id,
            "text",
            text,
            "community",
            "Анива " + id,
            "publishedAt",
            "2026-03-15T12:00:00Z"));
  }

  private static String field(String index, String id, String field) throws IOException {
    return pipeline
        .search(index, "{\"query\":{\"ids\":{\"values\":[\"" + id + "\"]}}}")
        .at("/hits/hits/0/_source/" + field)
        .asText();
  }

  private static void awaitField(String index, String id, String field, String value)
      throws IOException {
    long deadline = System.nanoTime() + 120_000_000_000L;
    while (!field(index, id, field).equals(value)) {
      assertThat(System.nanoTime())
          .as("%s of %s in %s is %s", field, id, index, field(index, id, field))
          .isLessThan(deadline);
      pipeline.picture().refresh();
    }
  }

  private static long messages(String municipality, String theme) throws IOException {
    return pipeline.picture().heat().getOrDefault(municipality, Map.of()).getOrDefault(theme, 0L);
  }

  @Test
  void deliversAnAlertThatWasRaisedTwiceOnceWithAValidSignature() throws Exception {
    AlertEvent burst =
        new AlertEvent(
            "whole-way-burst",
            AlertEvent.BURST,
            "sakhalin",
            Instant.parse("2026-03-15T12:00:00Z"),
            "Холмский",
            "energy",
            3,
            "Энергетика, Холмский: 12 сообщений за час, обычно 1,5",
            List.of("a"),
            Map.of("count", 12.0, "expected", 1.5),
            Map.of());
    String id = new Notice(burst, "duty", "bursts", 0).webhookId();

    pipeline.raise(burst);
    pipeline.raise(burst);
    awaitField("alerts", id, "state", "delivered");

    assertThat(pipeline.alertLines())
        .filteredOn(line -> line.contains(id) && line.startsWith("204"))
        .singleElement(as(STRING))
        .contains("подпись верна")
        .contains(burst.summary());
    assertThat(field("alerts", id, "rule")).isEqualTo("bursts");
  }

  @Test
  void takesTheRealMessagesOfKurskWithoutLoss() throws Exception {
    Path shared = sharedData("kursk_train.tsv");
    List<String> lines = Files.readAllLines(shared);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      ObjectNode json = Json.mapper().createObjectNode();
      json.put("id", "kursk-" + fields[0]);
      json.put("text", fields[1]);
      file.write(Json.bytes(json));
      file.write('\n');
    }

    Accounts gained = collect("json", file.toByteArray(), lines.size() - 1);

    assertThat(gained.indexed() + gained.ignored()).isEqualTo(lines.size() - 1);
    assertThat(count("kursk-*")).isEqualTo(gained.indexed());
  }

  @Test
  void takesARealDumpOfTelegramNewsWithoutLoss() throws Exception {
    byte[] file = Files.readAllBytes(sharedData("samples/telegram_news_sample.jsonl"));
    int lines = new String(file, StandardCharsets.UTF_8).split("\n").length;

    Accounts gained = collect("telegram", file, lines);

    assertThat(gained.indexed()).isGreaterThan(lines * 9L / 10);
    assertThat(
            gained.indexed()
                + gained.replaced()
                + gained.duplicates()
                + gained.ignored()
                + gained.deadLettered())
        .isEqualTo(lines);
  }

  /** Runs the command as a user would, and returns what the accounts have gained by it. */
  private static Accounts collect(String channel, byte[] content, int records) throws Exception {
    pipeline.picture().refresh();
    Accounts before = pipeline.picture().accounts();
    Path file = Files.createTempFile("otklik-test-", ".jsonl");
    try {
      Files.write(file, content);
      assertThat(
              Otklik.run(
                  "collect", "--channel", channel, "--kafka", pipeline.kafka(), file.toString()))
          .isZero();
      pipeline.sentElsewhere(records);
      pipeline.awaitAll();
    } finally {
      Files.delete(file);
    }
    Accounts after = pipeline.picture().accounts();
    return new Accounts(
        after.received() - before.received(),
        after.indexed() - before.indexed(),
        after.replaced() - before.replaced(),
        after.duplicates() - before.duplicates(),
        after.ignored() - before.ignored(),
        after.deadLettered() - before.deadLettered());
  }

  /** The maintainers' data beside the checkout, where it exists; it may not be distributed. */
  private static Path sharedData(String name) {
    Path file = Home.folder().resolve("../shared/data").resolve(name);
    assumeTrue(Files.exists(file), "there is no " + file);
    return file;
  }

  private static void awaitSomeOf(String nativeIds) throws IOException {
    while (count(nativeIds) == 0) {
      pipeline.picture().refresh();
    }
  }

  private static long count(String nativeIds) throws IOException {
    return pipeline
        .search(
            "posts",
            "{\"size\":0,\"track_total_hits\":true,\"query\":{\"wildcard\":{\"nativeId\":\""
                + nativeIds
                + "\"}}}")
        .at("/hits/total/value")
        .asLong();
  }

  private static byte[] post(String id, String text) {
    return post(id, text, "2026-03-15T12:00:00Z");
  }

  private static byte[] post(String id, String text, String publishedAt) {
    return Json.bytes(Map.of("id", id, "text", text, "publishedAt", publishedAt));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
