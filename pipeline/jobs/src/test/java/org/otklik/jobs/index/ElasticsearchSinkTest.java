package org.otklik.jobs.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.otklik.jobs.index.SinkBench.BODY;
import static org.otklik.jobs.index.SinkBench.post;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.jobs.Document;

@Timeout(60)
class ElasticsearchSinkTest {
  private static final long FLUSH = 500;
  private static final String POSTS = "posts";

  private BulkServer server;
  private ElasticsearchSettings settings;

  @BeforeEach
  void startServer() throws Exception {
    server = new BulkServer();
    settings = ElasticsearchSettings.at(server.address());
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void keepsTheNewestVersionInWhicheverOrderTheyCome() throws Exception {
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 2), post("a", 1), post("b", 1), post("b", 2));
      bench.pass(FLUSH);
      bench.takeAnswer();

      assertThat(server.document(POSTS, "a")).isEqualTo(new BulkServer.Stored(2, BODY));
      assertThat(server.document(POSTS, "b")).isEqualTo(new BulkServer.Stored(2, BODY));
      assertThat(bench.counter("indexed")).isEqualTo(3);
      assertThat(bench.counter("conflicts")).isEqualTo(1);
      assertThat(bench.waiting()).isZero();
    }
  }

  @Test
  void writesAnEqualVersionAgain() throws Exception {
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 2), post("a", 2));
      bench.pass(FLUSH);
      bench.takeAnswer();

      assertThat(bench.counter("indexed")).isEqualTo(2);
      assertThat(bench.counter("conflicts")).isZero();
    }
  }

  @Test
  void sendsAFullBatchAtOnceAndTheRestAfterTheFlushInterval() throws Exception {
    try (SinkBench bench = new SinkBench(settings.withLimits(2, 1_000_000, 2, 10))) {
      bench.write(post("a", 1), post("b", 1), post("c", 1));
      bench.takeAnswer();
      assertThat(server.batches()).containsExactly(2);

      bench.pass(FLUSH);
      bench.takeAnswer();
      assertThat(server.batches()).containsExactly(2, 1);
    }
  }

  @Test
  void keepsBatchesUnderTheirSizeInBytes() throws Exception {
    int twoDocuments = 2 * DocumentWrite.of(post("a", 1)).sizeInBytes();
    try (SinkBench bench = new SinkBench(settings.withLimits(10, twoDocuments, 1, 10))) {
      bench.write(post("a", 1), post("b", 1), post("c", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();
      bench.takeAnswer();

      assertThat(server.batches()).containsExactly(2, 1);
    }
  }

  @Test
  void sendsADocumentAboveTheBatchSizeAlone() throws Exception {
    try (SinkBench bench = new SinkBench(settings.withLimits(10, 10, 1, 10))) {
      bench.write(post("a", 1));
      bench.takeAnswer();

      assertThat(server.document(POSTS, "a")).isNotNull();
    }
  }

  @Test
  void writesADocumentOfSeveralLines() throws Exception {
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(new Document("posts", "a \"b\"", 1, "{\n  \"a\": 1\n}".getBytes(UTF_8)));
      bench.pass(FLUSH);
      bench.takeAnswer();

      assertThat(server.document(POSTS, "a \"b\""))
          .isEqualTo(new BulkServer.Stored(1, "{   \"a\": 1 }"));
    }
  }

  @Test
  void identifiesItselfWhenItHasAUserName() throws Exception {
    try (SinkBench bench = new SinkBench(settings.withCredentials("otklik", "пароль"))) {
      bench.write(post("a", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();

      // printf 'otklik:пароль' | base64
      assertThat(server.authorizations()).containsExactly("Basic b3RrbGlrOtC/0LDRgNC+0LvRjA==");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429, es_rejected_execution_exception",
    "503, unavailable_shards_exception",
    "502, bad_gateway",
    "500, i_o_exception"
  })
  void repeatsARefusedRequestUntilItIsAccepted(int status, String type) throws Exception {
    server.failNext(status, type, "not now").failNext(status, type, "not now");
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 1), post("b", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();
      bench.pass(BackOff.FIRST_MILLIS);
      bench.takeAnswer();
      assertThat(server.count()).isZero();

      bench.pass(2 * BackOff.FIRST_MILLIS);
      bench.takeAnswer();
      assertThat(server.timesAccepted(POSTS, "a")).isEqualTo(1);
      assertThat(server.timesAccepted(POSTS, "b")).isEqualTo(1);
      assertThat(bench.counter("retried")).isEqualTo(4);
      assertThat(bench.counter("indexed")).isEqualTo(2);
    }
  }

  @Test
  void repeatsOnlyThoseDocumentsThatWereNotTaken() throws Exception {
    server.failItemOnce("b", 429, "es_rejected_execution_exception", "queue is full");
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 1), post("b", 1), post("c", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();
      assertThat(server.document(POSTS, "b")).isNull();

      bench.pass(BackOff.FIRST_MILLIS);
      bench.takeAnswer();
      assertThat(server.batches()).containsExactly(3, 1);
      assertThat(server.timesAccepted(POSTS, "b")).isEqualTo(1);
      assertThat(bench.counter("retried")).isEqualTo(1);
    }
  }

  @Test
  void repeatsADocumentOfABlockedIndex() throws Exception {
    server.failItemOnce(
        "a",
        403,
        "cluster_block_exception",
        "index [posts] blocked by: [FORBIDDEN/8/index write (api)]");
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();
      bench.pass(BackOff.FIRST_MILLIS);
      bench.takeAnswer();

      assertThat(server.document(POSTS, "a")).isNotNull();
    }
  }

  @Test
  void sendsNothingDuringTheDelay() throws Exception {
    server.failNext(429, "es_rejected_execution_exception", "not now");
    try (SinkBench bench = new SinkBench(settings.withLimits(1, 1_000_000, 2, 10))) {
      bench.write(post("a", 1));
      bench.takeAnswer();
      bench.write(post("b", 1), post("c", 1));
      assertThat(server.batches()).containsExactly(1);

      bench.pass(BackOff.FIRST_MILLIS);
      for (int i = 0; i < 3; i++) {
        bench.takeAnswer();
      }
      assertThat(server.count()).isEqualTo(3);
    }
  }

  @Test
  void losesNothingWhileTheServerIsAway() throws Exception {
    try (SinkBench bench = new SinkBench(settings)) {
      server.stop();
      bench.write(post("a", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();
      bench.write(post("b", 1));
      bench.pass(BackOff.LONGEST_MILLIS);
      bench.takeAnswer();
      assertThat(bench.waiting()).isEqualTo(2);

      server.restart();
      bench.pass(BackOff.LONGEST_MILLIS);
      bench.takeAnswer();
      assertThat(server.document(POSTS, "a")).isNotNull();
      assertThat(server.document(POSTS, "b")).isNotNull();
      assertThat(bench.waiting()).isZero();
    }
  }

  @Test
  void repeatsARequestWhoseConnectionBreaks() throws Exception {
    server.dropNext();
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();
      bench.pass(BackOff.FIRST_MILLIS);
      bench.takeAnswer();

      assertThat(server.timesAccepted(POSTS, "a")).isEqualTo(1);
    }
  }

  @Test
  void repeatsARequestWhoseAnswerDoesNotCome() throws Exception {
    server.holdNext();
    try (SinkBench bench =
        new SinkBench(settings.withTimes(Duration.ofMillis(FLUSH), Duration.ofMillis(300)))) {
      bench.write(post("a", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();
      bench.pass(BackOff.FIRST_MILLIS);
      bench.takeAnswer();

      // The first request was worked on; the second one wrote the same version.
      assertThat(server.timesAccepted(POSTS, "a")).isEqualTo(2);
      assertThat(bench.counter("indexed")).isEqualTo(1);
      assertThat(bench.waiting()).isZero();
    }
  }

  @Test
  void repeatsARequestThatSomethingElseAnswers() throws Exception {
    server.failNext(200, "maintenance", "a proxy's page");
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();
      bench.pass(BackOff.FIRST_MILLIS);
      bench.takeAnswer();

      assertThat(server.document(POSTS, "a")).isNotNull();
    }
  }

  @Test
  void handsOverWhatTheServerWillNeverTakeAndWritesTheRest() throws Exception {
    server.failItemOnce("b", 400, "document_parsing_exception", "failed to parse field [location]");
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 1), post("b", 1), post("c", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();
      bench.checkpoint(1);

      assertThat(server.document(POSTS, "a")).isNotNull();
      assertThat(server.document(POSTS, "c")).isNotNull();
      assertThat(KeptRejections.CALLS)
          .containsExactly(
              "open",
              "reject b: document_parsing_exception: failed to parse field [location]",
              "flush");
      assertThat(bench.counter("rejected")).isEqualTo(1);
      assertThat(bench.counter("indexed")).isEqualTo(2);
    }
    assertThat(KeptRejections.CALLS).endsWith("close");
  }

  @Test
  void halvesARequestThatIsTooLarge() throws Exception {
    server.limitRequests(2 * DocumentWrite.of(post("a", 1)).sizeInBytes());
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 1), post("b", 1), post("c", 1), post("d", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();

      assertThat(server.count()).isEqualTo(4);
      assertThat(server.batches().get(0)).isEqualTo(4);
      assertThat(KeptRejections.CALLS).containsExactly("open");
    }
  }

  @Test
  void handsOverADocumentThatIsTooLargeAlone() throws Exception {
    server.limitRequests(2 * DocumentWrite.of(post("a", 1)).sizeInBytes());
    Document large =
        new Document("posts", "b", 1, ("{\"text\":\"" + "а".repeat(500) + "\"}").getBytes(UTF_8));
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 1), large, post("c", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();

      assertThat(server.count()).isEqualTo(2);
      assertThat(KeptRejections.CALLS)
          .containsExactly("open", "reject b: status 413, no reason given");
    }
  }

  @Test
  void findsTheOneDocumentThatSpoilsTheRequest() throws Exception {
    server.refuseRequestsWith("c");
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 1), post("b", 1), post("c", -1), post("d", 1), post("e", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();

      assertThat(server.count()).isEqualTo(4);
      assertThat(KeptRejections.CALLS)
          .containsExactly(
              "open",
              "reject c: status 400, action_request_validation_exception: Validation Failed: 1: illegal version value");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, security_exception, user name and the password",
    "403, security_exception, privileges",
    "404, index_not_found_exception, Install the index templates",
    "405, '', address is Elasticsearch's own"
  })
  void failsWithAdviceWhenTheServerRefusesTheRequest(int status, String type, String advice)
      throws Exception {
    server.failNext(status, type, "its reason");
    try (SinkBench bench = new SinkBench(settings.withCredentials("otklik", "secret"))) {
      bench.write(post("a", 1));
      bench.pass(FLUSH);

      assertThatThrownBy(bench::takeAnswer)
          .isInstanceOf(ElasticsearchFailure.class)
          .hasMessageContaining(server.address())
          .hasMessageContaining("its reason")
          .hasMessageContaining(advice)
          .hasMessageNotContaining("secret");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, index_not_found_exception",
    "400, index_closed_exception",
    "403, security_exception"
  })
  void failsWhenTheInstallationIsAtFaultAndNotTheDocument(int status, String type)
      throws Exception {
    server.failItemOnce("a", status, type, "its reason");
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 1));
      bench.pass(FLUSH);

      assertThatThrownBy(bench::takeAnswer)
          .isInstanceOf(ElasticsearchFailure.class)
          .hasMessageContaining("its reason");
      assertThat(KeptRejections.CALLS).containsExactly("open");
    }
  }

  @Test
  void restoresWhatWasBufferedAndInFlight() throws Exception {
    server.holdNext();
    OperatorSubtaskState state;
    try (SinkBench bench = new SinkBench(settings.withLimits(2, 1_000_000, 1, 10))) {
      bench.write(post("a", 1), post("b", 1), post("c", 1));
      server.awaitRequest();
      state = bench.checkpoint(1);
    }
    try (SinkBench bench = new SinkBench(settings.withIndexPrefix("other-"), state)) {
      assertThat(bench.waiting()).isEqualTo(3);
      bench.pass(FLUSH);
      bench.takeAnswer();

      assertThat(List.of("a", "b", "c"))
          .allSatisfy(id -> assertThat(server.document("other-posts", id)).isNotNull());
    }
  }

  @Test
  void checkpointsWhileTheServerIsAway() throws Exception {
    OperatorSubtaskState state;
    try (SinkBench bench = new SinkBench(settings)) {
      server.stop();
      bench.write(post("a", 1), post("b", 1));
      bench.pass(FLUSH);
      bench.takeAnswer();
      state = bench.checkpoint(1);
    }
    server.restart();
    try (SinkBench bench = new SinkBench(settings, state)) {
      bench.endInput();

      assertThat(server.count()).isEqualTo(2);
    }
  }

  @Test
  void restoresMoreThanItMayBuffer() throws Exception {
    OperatorSubtaskState state;
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 1), post("b", 1), post("c", 1));
      state = bench.checkpoint(1);
    }
    try (SinkBench bench = new SinkBench(settings.withLimits(1, 1_000_000, 1, 1), state)) {
      bench.pass(FLUSH);
      bench.write(post("d", 1));
      bench.endInput();

      assertThat(server.count()).isEqualTo(4);
    }
  }

  @Test
  void holdsNoMoreThanTheBuffersBound() throws Exception {
    try (SinkBench bench = new SinkBench(settings.withLimits(2, 1_000_000, 1, 4))) {
      for (int i = 0; i < 200; i++) {
        bench.write(post("a" + i, 1));
        assertThat(bench.waiting()).isLessThanOrEqualTo(4);
      }
      bench.endInput();

      assertThat(server.count()).isEqualTo(200);
    }
  }

  @Test
  void endOfInputWritesEverythingAndFlushesTheRejected() throws Exception {
    server.failItemOnce("b", 400, "document_parsing_exception", "no");
    try (SinkBench bench = new SinkBench(settings.withLimits(2, 1_000_000, 1, 10))) {
      bench.write(post("a", 1), post("b", 1), post("c", 1));
      bench.endInput();

      assertThat(server.count()).isEqualTo(2);
      assertThat(KeptRejections.CALLS).endsWith("flush");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leavesNoThreadBehind(boolean inFlight) throws Exception {
    Set<Long> before = clientThreads();
    server.holdNext();
    try (SinkBench bench = new SinkBench(settings)) {
      bench.write(post("a", 1));
      if (inFlight) {
        bench.pass(FLUSH);
        server.awaitRequest();
      }
      assertThat(clientThreads()).hasSizeGreaterThan(before.size());
    }

    assertThat(clientThreads()).isEqualTo(before);
  }

  private static Set<Long> clientThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                !thread.getName().contains("bulk-server")
                    && !thread.getName().contains("HTTP-Dispatcher"))
        .filter(
            thread ->
                thread.getName().contains("elasticsearch")
                    || thread.getName().contains("I/O dispatcher")
                    || thread.getName().startsWith("pool-"))
        .map(Thread::getId)
        .collect(Collectors.toSet());
  }
}
