package org.otklik.local.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.otklik.jobs.Document;
import org.otklik.jobs.index.ElasticsearchFailure;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.index.ElasticsearchSink;
import org.otklik.jobs.index.IndexTemplates;
import org.otklik.jobs.index.Indices;
import org.otklik.jobs.index.RejectedDocuments;
import org.otklik.local.Otklik;
import org.otklik.local.stack.ElasticsearchDistribution;
import org.otklik.local.stack.ElasticsearchProcess;
import org.otklik.local.stack.Progress;

/**
 * The sink and the templates against the real server, where the tests of the jobs have a small one
 * of their own.
 */
@Timeout(300)
class IndexOnElasticsearchTest {
  private static final int HEAP_MEGABYTES = 512;
  private static final Path TEMPLATES = Path.of("../../config/elasticsearch");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir(factory = EnterableFolder.class)
  static Path folder;

  private static ElasticsearchProcess server;

  @BeforeAll
  static void start() {
    server = new ElasticsearchProcess(ElasticsearchDistribution.zip(), folder, 0, HEAP_MEGABYTES);
    server.start(Progress.silent());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void takesTheProjectsTemplatesAnyNumberOfTimes() throws Exception {
    ElasticsearchSettings settings = settings("templates-");
    IndexTemplates templates = IndexTemplates.in(TEMPLATES);

    templates.install(settings, PATIENCE, progress -> {});
    templates.install(settings, PATIENCE, progress -> {});

    try (Indices indices = new Indices(settings)) {
      for (String name : templates.names()) {
        assertThat(indices.count(name)).isZero();
      }
    }
    assertThat(get("/templates-posts/_settings")).contains("\"number_of_replicas\":\"0\"");
  }

  @Test
  void findsPostsByWordsFormsAndSourceFieldsButNotByAuthor() throws Exception {
    ElasticsearchSettings settings = installed("fields-");
    String post =
        """
        {"id":"1","author":"9f86d081884c7d659a2feaa0","text":"Нет воды на Советской","lemmas":"нет вода на советский",
         "theme":"housing-utilities","location":{"lat":47.05,"lon":142.06},"sourceFields":{"Статус":"В работе"},
         "placeEvidence":["на Советской"],"unknownField":"kept"}""";
    run(settings, List.of(document("1", 1, post)));

    try (Indices indices = new Indices(settings)) {
      indices.refresh();
      assertThat(hits(indices, "{\"match\":{\"text\":\"ВОДЫ\"}}")).isEqualTo(1);
      assertThat(hits(indices, "{\"match\":{\"lemmas\":\"вода\"}}")).isEqualTo(1);
      assertThat(hits(indices, "{\"term\":{\"sourceFields.Статус\":\"В работе\"}}")).isEqualTo(1);
      assertThat(
              hits(
                  indices,
                  "{\"geo_distance\":{\"distance\":\"1km\",\"location\":{\"lat\":47.05,\"lon\":142.06}}}"))
          .isEqualTo(1);
      assertThat(hits(indices, "{\"term\":{\"unknownField\":\"kept\"}}")).isZero();
      assertThatThrownBy(
              () ->
                  indices.search("posts", "{\"aggs\":{\"a\":{\"terms\":{\"field\":\"author\"}}}}"))
          .isInstanceOf(ElasticsearchFailure.class)
          .hasMessageContaining("[author]");
      assertThatThrownBy(
              () -> hits(indices, "{\"term\":{\"author\":\"9f86d081884c7d659a2feaa0\"}}"))
          .hasMessageContaining("[author]");
    }
  }

  @Test
  void breaksDownTheWeeksUnclaimedPostsOfAThemeAndKeepsTheResult() throws Exception {
    ElasticsearchSettings settings = installed("rest-");
    List<Document> posts = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) { // more than a page
      posts.add(
          document(
              "post-" + i,
              1,
              """
              {"id":"post-%d","text":"Банкомат не работает, наличные снять негде","theme":"economy-trade",
               "category":"economy-trade-other","kind":"%s","type":"%s","publishedAt":"%s"}"""
                  .formatted(
                      i,
                      i == 0 ? "response" : "post",
                      i == 1 ? "gratitude" : "problem",
                      i == 2 ? "2026-03-08T13:00:00Z" : "2026-03-01T13:00:00Z")));
    }
    run(settings, posts);
    try (Indices indices = new Indices(settings)) {
      indices.refresh();

      for (int time = 0; time < 2; time++) {
        assertThat(
                Otklik.run(
                    "breakdown",
                    "--theme",
                    "economy-trade",
                    "--from",
                    "2026-03-02",
                    "--write",
                    "--json",
                    "--index-prefix",
                    "rest-",
                    "--elasticsearch",
                    server.url().toString()))
            .isZero();
      }

      indices.refresh();
      JsonNode found = indices.search("breakdowns", "{\"query\":{\"match_all\":{}}}").at("/hits");
      assertThat(found.at("/total/value").asInt()).isEqualTo(1);
      JsonNode kept = found.at("/hits/0/_source");
      assertThat(found.at("/hits/0/_id").asText()).isEqualTo("sakhalin-economy-trade-2026-W10");
      assertThat(kept.path("messages").asInt()).isEqualTo(1_197);
      assertThat(kept.at("/problems/0/count").asInt()).isEqualTo(1_197);
    }
  }

  @Test
  void saysWhichFileAndWhyWhenATemplateIsNotTaken() throws Exception {
    IndexTemplates templates =
        IndexTemplates.of(
            Map.of(
                "odd",
                "{\"template\":{\"mappings\":{\"properties\":{\"a\":{\"type\":\"geo_shape\"}}}}}"));

    assertThatThrownBy(() -> templates.install(settings("odd-"), PATIENCE, progress -> {}))
        .isInstanceOf(ElasticsearchFailure.class)
        .hasMessageContaining("odd.json")
        .hasMessageContaining("geo_shape");
  }

  @Test
  void addsAFieldToAnExistingIndexAndRefusesToChangeOne() throws Exception {
    ElasticsearchSettings settings = settings("change-");
    install(settings, "{\"a\":{\"type\":\"keyword\"}}");
    install(settings, "{\"a\":{\"type\":\"keyword\"},\"b\":{\"type\":\"date\"}}");
    assertThat(get("/change-things/_mapping")).contains("\"b\":{\"type\":\"date\"}");

    assertThatThrownBy(() -> install(settings, "{\"a\":{\"type\":\"long\"}}"))
        .isInstanceOf(ElasticsearchFailure.class)
        .hasMessageContaining("things.json")
        .hasMessageContaining("[a]");
  }

  @Test
  void keepsTheNewestVersionAndHandsOverWhatIsRejected() throws Exception {
    ElasticsearchSettings settings = installed("versions-");
    Rejections.ALL.clear();

    run(
        settings,
        List.of(
            document("a", 5, "{\"text\":\"new\"}"),
            document("a", 4, "{\"text\":\"old\"}"),
            document("a", 5, "{\"text\":\"new\"}"),
            document("bad-point", 1, "{\"location\":\"nowhere at all\"}"),
            document("no-json", 1, "text"),
            document("empty", 1, ""),
            document("negative-version", -1, "{}"),
            document("long-id".repeat(100), 1, "{}"),
            document("long-words", 1, "{\"street\":\"" + "я".repeat(50_000) + "\"}"),
            document("lines", 1, "{\n \"text\": \"a\"\n}")));

    assertThat(get("/versions-posts/_doc/a")).contains("\"_version\":5", "new");
    assertThat(get("/versions-posts/_doc/lines")).contains("\"_version\":1");
    assertThat(get("/versions-posts/_doc/long-words")).contains("\"_version\":1");
    assertThat(Rejections.ALL.stream().map(Document::id))
        .containsExactlyInAnyOrder(
            "bad-point", "no-json", "empty", "negative-version", "long-id".repeat(100));
  }

  @Test
  void losesNothingWhenTheServerIsAwayAtFirst() throws Exception {
    ElasticsearchSettings settings = installed("outage-");
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      documents.add(document("id-" + i, 1, "{\"text\":\"" + i + "\"}"));
    }
    server.kill();
    JobClient job =
        job(settings.withLimits(100, 1_000_000, 2, 300), documents).executeAsync("outage");
    server.start(Progress.silent());

    job.getJobExecutionResult().get();

    try (Indices indices = new Indices(settings)) {
      indices.refresh();
      assertThat(indices.count("posts")).isEqualTo(documents.size());
    }
  }

  @Test
  void failsClearlyWhenTheIndexIsMissingAndMayNotBeCreated() throws Exception {
    put("/_cluster/settings", "{\"persistent\":{\"action.auto_create_index\":\"false\"}}");
    try {
      assertThatThrownBy(() -> run(settings("missing-"), List.of(document("a", 1, "{}"))))
          .hasRootCauseInstanceOf(ElasticsearchFailure.class)
          .rootCause()
          .hasMessageContaining(server.url().toString())
          .hasMessageContaining("missing-posts")
          .hasMessageContaining("Install the index templates");
    } finally {
      put("/_cluster/settings", "{\"persistent\":{\"action.auto_create_index\":null}}");
    }
  }

  private static ElasticsearchSettings settings(String prefix) {
    return ElasticsearchSettings.at(server.url().toString()).withIndexPrefix(prefix);
  }

  private static ElasticsearchSettings installed(String prefix) throws Exception {
    ElasticsearchSettings settings = settings(prefix);
    IndexTemplates.in(TEMPLATES).install(settings, PATIENCE, progress -> {});
    return settings;
  }

  private static void install(ElasticsearchSettings settings, String properties) throws Exception {
    IndexTemplates.of(
            Map.of("things", "{\"template\":{\"mappings\":{\"properties\":" + properties + "}}}"))
        .install(settings, PATIENCE, progress -> {});
  }

  private static Document document(String id, long version, String json) {
    return new Document("posts", id, version, json.getBytes(UTF_8));
  }

  private static void run(ElasticsearchSettings settings, List<Document> documents)
      throws Exception {
    job(settings, documents).execute();
  }

  private static StreamExecutionEnvironment job(
      ElasticsearchSettings settings, List<Document> documents) {
    StreamExecutionEnvironment job = StreamExecutionEnvironment.createLocalEnvironment(1);
    job.fromData(documents).sinkTo(new ElasticsearchSink(settings, new Rejections()));
    return job;
  }

  private static long hits(Indices indices, String query) throws IOException {
    JsonNode answer = indices.search("posts", "{\"query\":" + query + "}");
    return answer.at("/hits/total/value").asLong();
  }

  private static String get(String path) throws Exception {
    return send(HttpRequest.newBuilder(server.url().resolve(path)).build());
  }

  private static void put(String path, String json) throws Exception {
    send(
        HttpRequest.newBuilder(server.url().resolve(path))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private static String send(HttpRequest request) throws Exception {
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  /** Keeps them where the test sees them. */
  private static final class Rejections implements RejectedDocuments {
    private static final long serialVersionUID = 1L;
    static final Queue<Document> ALL = new ConcurrentLinkedQueue<>();

    @Override
    public void open() {}

    @Override
    public void reject(Document document, String reason) {
      ALL.add(document);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** A temporary folder that other users can enter, as root's server must. */
  static final class EnterableFolder implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
        throws IOException {
      return Files.setPosixFilePermissions(
          Files.createTempDirectory("otklik-index"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
