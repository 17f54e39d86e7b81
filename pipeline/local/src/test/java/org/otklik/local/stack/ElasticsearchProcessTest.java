package org.otklik.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchProcessTest {
  private static final int HEAP_MEGABYTES = 512;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir(factory = OpenTempFolder.class)
  static Path folder;

  private static ElasticsearchProcess server;

  @BeforeAll
  static void start() {
    server = server(folder.resolve("shared"), 0, HEAP_MEGABYTES);
    server.start(Progress.silent());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void answersOnTheLoopbackAddress() throws Exception {
    assertThat(server.url()).hasHost("127.0.0.1");
    assertThat(get("/_cluster/health")).contains("\"status\":\"green\"");
  }

  @Test
  void keepsDocumentsAndPortWhenKilledAndStartedAgain() throws Exception {
    URI url = server.url();
    put("/posts/_doc/1", "{\"text\":\"яма на дороге\"}");

    server.kill();
    assertThat(server.isAlive()).isFalse();
    server.start(Progress.silent());

    assertThat(server.url()).isEqualTo(url);
    assertThat(get("/posts/_doc/1")).contains("яма на дороге");
  }

  @Test
  void refusesToStartTwice() {
    assertThatThrownBy(() -> server.start(Progress.silent()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(server.isAlive()).isTrue();
  }

  @Test
  void quotesTheLogWhenTheServerCannotStart() {
    int moreThanAnyMachineHas = 1_000_000_000;
    try (ElasticsearchProcess second = server(folder.resolve("second"), 0, moreThanAnyMachineHas)) {
      assertThatThrownBy(() -> second.start(Progress.silent()))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("Elasticsearch ended while starting. Its last words:")
          .hasMessageContaining("heap")
          .hasMessageContaining("give it less with --elasticsearch-heap");
    }
  }

  @Test
  void serverEndsWhenTheProcessIsKilled() throws IOException {
    try (ChildJvm owner =
        ChildJvm.run(List.of(), Owner.class, folder.resolve("owned").toString())) {
      owner.awaitLine("started");
      List<ProcessHandle> family = owner.descendants();
      assertThat(family)
          .anyMatch(process -> process.info().commandLine().orElse("").contains("elasticsearch"));

      owner.process().destroyForcibly();

      Eventually.is("the server is gone", () -> family.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  /** Owns a server until it is killed. */
  static final class Owner {
    public static void main(String[] arguments) throws InterruptedException {
      server(Path.of(arguments[0]), 0, HEAP_MEGABYTES).start(Progress.silent());
      System.out.println("started");
      Thread.currentThread().join();
    }
  }

  private static ElasticsearchProcess server(Path folder, int port, int heapMegabytes) {
    return new ElasticsearchProcess(ElasticsearchDistribution.zip(), folder, port, heapMegabytes);
  }

  private static String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(server.url().resolve(path)).build());
  }

  private static void put(String path, String json) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(server.url().resolve(path))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private static String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return response.body();
  }
}
