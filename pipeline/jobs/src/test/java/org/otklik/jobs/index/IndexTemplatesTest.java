package org.otklik.jobs.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class IndexTemplatesTest {
  private static final String POSTS =
      "{\"priority\":200,\"template\":{\"mappings\":{\"dynamic\":false}}}";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private record Answer(int status, String body) {}

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Queue<Answer>> answers = new HashMap<>();
  private final List<String> progress = new ArrayList<>();
  private HttpServer server;
  private ElasticsearchSettings settings;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
    settings = ElasticsearchSettings.at("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(body.isEmpty() ? line : line + " " + body);
    Queue<Answer> scripted = answers.getOrDefault(line, new ArrayDeque<>());
    Answer answer =
        scripted.isEmpty() ? new Answer(200, "{\"acknowledged\":true}") : scripted.remove();
    byte[] bytes = answer.body().getBytes(UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(answer.status(), head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private void answer(String request, int status, String type, String reason) {
    answers
        .computeIfAbsent(request, key -> new ArrayDeque<>())
        .add(
            new Answer(
                status, "{\"error\":{\"type\":\"%s\",\"reason\":\"%s\"}}".formatted(type, reason)));
  }

  private void install() throws Exception {
    IndexTemplates.of(Map.of("posts", POSTS)).install(settings, PATIENCE, progress::add);
  }

  @Test
  void putsTheTemplateAndCreatesTheMissingIndex() throws Exception {
    answer("HEAD /posts", 404, "", "");

    install();

    assertThat(requests)
        .containsExactly(
            "PUT /_index_template/posts {\"priority\":200,\"template\":{\"mappings\":{\"dynamic\":false}},\"index_patterns\":[\"posts\",\"posts-*\"]}",
            "HEAD /posts",
            "PUT /posts");
    assertThat(progress).containsExactly("installing the index template posts");
  }

  @Test
  void addsNewFieldsToAnExistingIndex() throws Exception {
    install();

    assertThat(requests).endsWith("HEAD /posts", "PUT /posts/_mapping {\"dynamic\":false}");
  }

  @Test
  void usesTheInstallationsPrefix() throws Exception {
    settings = settings.withIndexPrefix("tula-");

    install();

    assertThat(requests.get(0))
        .startsWith("PUT /_index_template/tula-posts ")
        .contains("[\"tula-posts\",\"tula-posts-*\"]");
  }

  @Test
  void doesNotMindThatAnotherInstallerWasFaster() throws Exception {
    answer("HEAD /posts", 404, "", "");
    answer("PUT /posts", 400, "resource_already_exists_exception", "index exists");

    install();
  }

  @Test
  void waitsUntilTheServerIsReady() throws Exception {
    answer("PUT /_index_template/posts", 503, "master_not_discovered_exception", "no master yet");

    install();

    assertThat(requests.stream().filter(line -> line.startsWith("PUT /_index_template/")))
        .hasSize(2);
    assertThat(progress)
        .anySatisfy(
            line ->
                assertThat(line).startsWith("waiting for Elasticsearch").contains("no master yet"));
  }

  @Test
  void givesUpWhenPatienceEnds() {
    server.stop(0);

    assertThatThrownBy(
            () ->
                IndexTemplates.of(Map.of("posts", POSTS))
                    .install(settings, Duration.ZERO, progress::add))
        .isInstanceOf(ElasticsearchFailure.class)
        .hasMessageContaining(settings.addresses().get(0).toString())
        .hasMessageContaining("refused");
  }

  @Test
  void namesTheFileAndTheServersReason(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("posts.json"), POSTS);
    answer(
        "PUT /_index_template/posts",
        400,
        "mapper_parsing_exception",
        "No handler for type [flat]");

    assertThatThrownBy(
            () -> IndexTemplates.in(directory).install(settings, PATIENCE, progress::add))
        .isInstanceOf(ElasticsearchFailure.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("No handler for type [flat]");
  }

  @Test
  void saysWhatToDoWhenAnExistingIndexDoesNotTakeTheMapping() {
    answer(
        "PUT /posts/_mapping",
        400,
        "illegal_argument_exception",
        "mapper [theme] cannot be changed");

    assertThatThrownBy(this::install)
        .isInstanceOf(ElasticsearchFailure.class)
        .hasMessageContaining("mapper [theme] cannot be changed")
        .hasMessageContaining("reindex");
  }

  @Test
  void doesNotWaitWhenThePasswordIsWrong() {
    answer("PUT /_index_template/posts", 401, "security_exception", "unable to authenticate");

    assertThatThrownBy(this::install)
        .isInstanceOf(ElasticsearchFailure.class)
        .hasMessageContaining("user name and the password");
    assertThat(requests).hasSize(1);
  }

  @Test
  void namesTheLineThatIsNoJson(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("posts.json"), "{\n\"a\":,\n}");

    assertThatThrownBy(() -> IndexTemplates.in(directory))
        .hasMessageContaining("posts.json, line 2");
  }

  @Test
  void refusesAFileWithoutMappingsAndOneWithPatterns() {
    assertThatThrownBy(() -> IndexTemplates.of(Map.of("posts", "{}")))
        .hasMessageContaining("template.mappings");
    assertThatThrownBy(
            () ->
                IndexTemplates.of(
                    Map.of(
                        "posts",
                        POSTS.replace("{\"priority", "{\"index_patterns\":[\"a\"],\"priority"))))
        .hasMessageContaining("index_patterns");
  }

  @Test
  void refusesADirectoryWithoutTemplates(@TempDir Path directory) {
    assertThatThrownBy(() -> IndexTemplates.in(directory))
        .hasMessageContaining(directory.toString());
  }

  @Test
  void theProjectsOwnTemplateOfALongerNameStandsAboveTheOneItBeginsWith() throws Exception {
    Path directory = Path.of("../../config/elasticsearch");
    List<String> names = IndexTemplates.in(directory).names();
    for (String shorter : names) {
      for (String longer : names) {
        if (longer.startsWith(shorter + "-")) { // the pattern of the shorter fits it too
          assertThat(priority(directory, longer)).isGreaterThan(priority(directory, shorter));
        }
      }
    }
  }

  private static int priority(Path directory, String name) throws Exception {
    return new ObjectMapper()
        .readTree(directory.resolve(name + ".json").toFile())
        .path("priority")
        .asInt();
  }

  @Test
  void theProjectsOwnTemplatesExplainEveryField() throws Exception {
    Path directory = Path.of("../../config/elasticsearch");
    assertThat(IndexTemplates.in(directory).names()).contains("posts", "heat", "channels");
    for (String name : IndexTemplates.in(directory).names()) {
      JsonNode template = new ObjectMapper().readTree(directory.resolve(name + ".json").toFile());

      assertThat(template.at("/_meta/fields").fieldNames())
          .toIterable()
          .containsExactlyElementsOf(
              () -> template.at("/template/mappings/properties").fieldNames());
      assertThat(template.at("/template/mappings/dynamic").asBoolean(true)).isFalse();
    }
  }

  @Test
  void nobodyCanAggregateByAuthor() throws Exception {
    JsonNode author =
        new ObjectMapper()
            .readTree(Path.of("../../config/elasticsearch/posts.json").toFile())
            .at("/template/mappings/properties/author");

    assertThat(author.path("index").asBoolean(true)).isFalse();
    assertThat(author.path("doc_values").asBoolean(true)).isFalse();
  }
}
