package org.otklik.local.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.otklik.jobs.Json;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.index.IndexTemplates;
import org.otklik.jobs.index.Indices;
import org.otklik.local.Otklik;
import org.otklik.local.stack.ElasticsearchDistribution;
import org.otklik.local.stack.ElasticsearchProcess;
import org.otklik.local.stack.Progress;

/** The command, from the real server to files that DuckDB reads. */
@Timeout(300)
class ExportOnElasticsearchTest {
  private static final int HEAP_MEGABYTES = 512;
  private static final int POSTS = 5_003; // more than a page in each slice
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir(factory = EnterableFolder.class)
  static Path folder;

  @TempDir Path out;

  private static ElasticsearchProcess server;

  @BeforeAll
  static void start() throws Exception {
    server = new ElasticsearchProcess(ElasticsearchDistribution.zip(), folder, 0, HEAP_MEGABYTES);
    server.start(Progress.silent());
    IndexTemplates.of(
            Map.of(
                "posts",
                mapping("\"publishedAt\":{\"type\":\"date\"}"),
                "heat-daily",
                mapping("\"region\":{\"type\":\"keyword\"},\"date\":{\"type\":\"keyword\"}"),
                "claims",
                mapping(
                    "\"region\":{\"type\":\"keyword\"},\"firstSeen\":{\"type\":\"date\"},\"lastSeen\":{\"type\":\"date\"}")))
        .install(
            ElasticsearchSettings.at(server.url().toString()).withIndexPrefix("bi-"),
            Duration.ofMinutes(1),
            progress -> {});
    StringBuilder bulk = new StringBuilder();
    for (int i = 0; i < POSTS; i++) {
      Instant at = Instant.parse("2026-02-28T13:00:00Z").plusSeconds(i * 50L); // 00:00 of 1 March
      add(
          bulk,
          "posts",
          "{\"publishedAt\":\"%s\",\"channel\":\"vk\",\"theme\":\"roads\",\"municipality\":\"Холмский\",\"text\":\"ЯМА\"}"
              .formatted(at));
    }
    add(bulk, "posts", "{\"publishedAt\":\"2026-02-28T12:59:59.999Z\",\"channel\":\"vk\"}");
    add(bulk, "posts", "{\"publishedAt\":\"2026-03-03T13:00:00.000Z\",\"channel\":\"vk\"}");
    add(
        bulk,
        "heat-daily",
        "{\"region\":\"sakhalin\",\"theme\":\"roads\",\"municipality\":\"Холмский\",\"date\":\"2026-03-01\",\"messages\":1728}");
    add(
        bulk,
        "heat-daily",
        "{\"region\":\"tula\",\"theme\":\"roads\",\"municipality\":\"Тула\",\"date\":\"2026-03-01\",\"messages\":9}");
    add(
        bulk,
        "claims",
        "{\"region\":\"sakhalin\",\"kind\":\"narrative\",\"posts\":7,\"firstSeen\":\"2026-01-01T00:00:00Z\",\"lastSeen\":\"2026-03-01T00:00:00Z\"}");
    add(
        bulk,
        "claims",
        "{\"region\":\"sakhalin\",\"kind\":\"narrative\",\"posts\":7,\"firstSeen\":\"2026-01-01T00:00:00Z\",\"lastSeen\":\"2026-02-01T00:00:00Z\"}");
    JsonNode answer = send("POST", "/_bulk?refresh=true", bulk.toString());
    assertThat(answer.path("errors").asBoolean()).isFalse();
  }

  private static String mapping(String properties) {
    return "{\"template\":{\"mappings\":{\"dynamic\":false,\"properties\":{" + properties + "}}}}";
  }

  private static void add(StringBuilder bulk, String index, String document) {
    bulk.append("{\"index\":{\"_index\":\"bi-").append(index).append("\"}}\n");
    bulk.append(document).append('\n');
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyPostOfTheRegionsDaysIsARowAndNothingElse() throws Exception {
    assertThat(export("2026-03-01", "2026-03-03")).isZero();

    Path export = out.resolve("sakhalin_2026-03-01_2026-03-03");
    JsonNode manifest = Json.mapper().readTree(export.resolve("manifest.json").toFile());
    try (Indices indices =
        new Indices(ElasticsearchSettings.at(server.url().toString()).withIndexPrefix("bi-"))) {
      assertThat(indices.count("posts")).isEqualTo(POSTS + 2); // one too early, one too late
    }
    String parquet = "read_parquet('" + export + "/parquet/messages/*/*.parquet')";
    assertThat(duck("SELECT count(DISTINCT id) FROM " + parquet)).isEqualTo("" + POSTS);
    assertThat(duck("SELECT count(*) FROM read_csv('" + export + "/csv/messages.csv')"))
        .isEqualTo("" + POSTS);
    assertThat(duck("SELECT count(*) FROM " + parquet + " WHERE date = '2026-03-01'"))
        .isEqualTo("1728"); // one every 50 seconds
    assertThat(manifest.at("/indices/posts/documents").asInt()).isEqualTo(POSTS);
    assertThat(manifest.at("/tables/heat_daily/rows").asInt()).isEqualTo(1);
    assertThat(manifest.at("/tables/claims/rows").asInt()).isEqualTo(1);
    assertThat(manifest.at("/indices/alerts/present").asBoolean()).isFalse();
    awaitNoOpenStates();
  }

  @Test
  void verifyNamesTheFileThatWasChanged() throws Exception {
    assertThat(export("2026-03-01", "2026-03-02")).isZero();
    assertThat(verify()).isZero();

    Path file =
        out.resolve(
            "sakhalin_2026-03-01_2026-03-02/parquet/messages/date=2026-03-02/messages.parquet");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    PrintStream terminal = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, UTF_8));
    try {
      assertThat(verify()).isEqualTo(1);
    } finally {
      System.setErr(terminal);
    }
    assertThat(said.toString(UTF_8))
        .contains("parquet/messages/date=2026-03-02/messages.parquet: its bytes were changed");
  }

  @Test
  void aFailedExportLeavesNeitherFilesNorAStateOnTheServer() throws Exception {
    send("POST", "/bi-posts/_doc/broken?refresh=true", "{\"publishedAt\":1772600000000}");
    PrintStream terminal = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, UTF_8));
    try {
      assertThat(export("2026-03-04", "2026-03-04")).isEqualTo(1);
    } finally {
      System.setErr(terminal);
      send("DELETE", "/bi-posts/_doc/broken?refresh=true", "");
    }

    assertThat(said.toString(UTF_8))
        .contains("the document broken of the index posts has in publishedAt «1772600000000»");
    try (Stream<Path> entries = Files.list(out)) {
      assertThat(entries.map(entry -> entry.getFileName().toString())).containsExactly(".lock");
    }
    awaitNoOpenStates();
  }

  private int export(String from, String to) {
    return Otklik.run(
        "export",
        "--from",
        from,
        "--to",
        to,
        "--out",
        out.toString(),
        "--index-prefix",
        "bi-",
        "--elasticsearch",
        server.url().toString());
  }

  private int verify() {
    return Otklik.run("export", "verify", out.toString());
  }

  /** The job's coordinator ends a little after the job. */
  private static void awaitNoOpenStates() throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (openStates() > 0) {
      assertThat(System.nanoTime()).as("open states: " + openStates()).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static long openStates() throws Exception {
    JsonNode stats = send("GET", "/_nodes/stats/indices/search", "");
    long open = 0;
    for (JsonNode node : stats.path("nodes")) {
      open += node.at("/indices/search/open_contexts").asLong();
    }
    return open;
  }

  private static String duck(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static JsonNode send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.url().resolve(path))
            .header(
                "Content-Type",
                path.startsWith("/_bulk") ? "application/x-ndjson" : "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isIn(List.of(200, 201));
    return Json.mapper().readTree(response.body());
  }

  /** A temporary folder that other users can enter, as root's server must. */
  static final class EnterableFolder implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
        throws IOException {
      return Files.setPosixFilePermissions(
          Files.createTempDirectory("otklik-export"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
