package org.otklik.local.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The import against a Kibana written by hand; a real one does not run in the tests. */
class KibanaTest {
  private static final Path FILES = Path.of("../../config/kibana");
  private static final String MATRIX = "otklik-lens-shift-matrix";

  private final FakeKibana server;
  private final List<String> progress = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;

  KibanaTest() throws Exception {
    server = new FakeKibana();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void importsEveryObject() throws Exception {
    SavedObjects objects = SavedObjects.load(FILES);

    assertThat(kibana().check()).isEqualTo("8.19.3");
    ImportReport report = kibana().importObjects(objects);

    assertThat(report.refused()).isEmpty();
    assertThat(report.imported()).hasSameSizeAs(objects.all());
    assertThat(server.objects("default")).hasSameSizeAs(objects.all());
    assertThat(server.objects("default").get("lens/" + MATRIX).at("/attributes/title").asText())
        .isEqualTo("Отклик: тепловая матрица");
  }

  @Test
  void aSecondImportChangesNothing() throws Exception {
    SavedObjects objects = SavedObjects.load(FILES);
    ImportReport first = kibana().importObjects(objects);
    Map<String, JsonNode> before = new TreeMap<>(server.objects("default"));

    ImportReport second = kibana().importObjects(objects);

    assertThat(second).isEqualTo(first);
    assertThat(server.objects("default")).isEqualTo(before);
  }

  @Test
  void writesIntoTheSpace() throws Exception {
    server.hasSpace("otklik-1");
    Kibana kibana = kibana(settings().withSpace("otklik-1"));

    kibana.check();
    kibana.importObjects(SavedObjects.load(FILES));

    assertThat(server.objects("otklik-1")).isNotEmpty();
    assertThat(server.objects("default")).isEmpty();
  }

  @Test
  void refusesASpaceThatIsNotThere() {
    assertThatThrownBy(() -> kibana(settings().withSpace("nowhere")).check())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no space «nowhere»")
        .hasMessageContaining("create it");
  }

  @Test
  void tellsWhichIdAnObjectGotWhoseOwnIsTaken() throws Exception {
    server.renames(MATRIX, "5f1c");

    assertThat(kibana().importObjects(SavedObjects.load(FILES)).imported())
        .contains(new ImportReport.Imported("lens", MATRIX, "5f1c"));
  }

  @Test
  void comesAsTheUser() throws Exception {
    server.knowsOnly("дежурный", "сло:во");
    KibanaSettings settings = settings().withCredentials("дежурный", "сло:во");

    assertThat(kibana(settings).check()).isEqualTo("8.19.3");
    assertThat(kibana(settings).importObjects(SavedObjects.load(FILES)).refused()).isEmpty();
    assertThat(settings.toString()).contains("дежурный").doesNotContain("сло:во");
  }

  @Test
  void saysThatTheUserOrThePasswordIsWrong() {
    server.knowsOnly("duty", "right");

    assertThatThrownBy(() -> kibana(settings().withCredentials("duty", "wrong")).check())
        .isInstanceOf(KibanaFailure.class)
        .hasMessageContaining("401")
        .hasMessageContaining("«duty»")
        .hasMessageContaining("OTKLIK_KIBANA_PASSWORD")
        .hasMessageNotContaining("wrong");
  }

  @Test
  void saysThatAUserIsNeeded() {
    server.knowsOnly("duty", "right");

    assertThatThrownBy(() -> kibana().check())
        .isInstanceOf(KibanaFailure.class)
        .hasMessageContaining("--user");
    assertThatThrownBy(() -> kibana().importObjects(SavedObjects.load(FILES)))
        .isInstanceOf(KibanaFailure.class)
        .hasMessageContaining("401")
        .hasMessageContaining("--user");
  }

  @Test
  void saysWhichRightsAreMissing() {
    server.forbidsImports();

    assertThatThrownBy(() -> kibana().importObjects(SavedObjects.load(FILES)))
        .isInstanceOf(KibanaFailure.class)
        .hasMessageContaining("403")
        .hasMessageContaining("Unable to bulk_create")
        .hasMessageContaining("Saved Objects Management");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.17.29", "8.18.8", "8.9.0"})
  void refusesAnOlderVersion(String version) {
    server.isVersion(version);

    assertThatThrownBy(() -> kibana().check())
        .isInstanceOf(KibanaFailure.class)
        .hasMessageContaining("is version " + version)
        .hasMessageContaining("8.19 or newer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.19.0", "8.19.21-SNAPSHOT", "9.1.4", "10.0.0"})
  void takesThisVersionAndNewerOnes(String version) throws Exception {
    server.isVersion(version);

    assertThat(kibana().check()).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | {"name":"node-1","tagline":"You Know, for Search"} | is not Kibana
          200 | <html><title>Login</title></html>                  | is not Kibana
          404 | {"error":"no handler found for uri [/api/status]"} | not Elasticsearch's
          503 | Kibana server is not ready yet                     | is not ready
          503 | {"version":{"number":"8.19.3"},"status":{"overall":{"level":"unavailable","summary":"1 service is unavailable"}}} | is unavailable: 1 service
          500 | boom                                               | see Kibana's log
          """)
  void saysWhatIsWrongWithTheStatus(int status, String body, String message) {
    server.answersInstead(
        path -> path.equals("/api/status") ? new FakeKibana.Answer(status, body) : null);

    assertThatThrownBy(() -> kibana().check())
        .isInstanceOf(KibanaFailure.class)
        .hasMessageContaining(server.url())
        .hasMessageContaining(message);
  }

  @Test
  void followsNoRedirectButNamesIt() {
    server.answersInstead(path -> new FakeKibana.Answer(302, "", "/kibana/login"));

    assertThatThrownBy(() -> kibana().check())
        .isInstanceOf(KibanaFailure.class)
        .hasMessageContaining("/kibana/login")
        .hasMessageContaining("base path");
  }

  @ParameterizedTest
  @CsvSource({
    "400,Invalid file extension,see Kibana's log",
    "409,version conflict,try again",
    "413,Payload content length greater than maximum,maxImportPayloadBytes",
    "429,Too many,try again"
  })
  void quotesTheReasonWhenTheWholeImportIsRefused(int status, String reason, String advice) {
    server.answersInstead(
        path ->
            path.endsWith("_import")
                ? new FakeKibana.Answer(status, "{\"message\":\"" + reason + "\"}")
                : null);

    assertThatThrownBy(() -> kibana().importObjects(SavedObjects.load(FILES)))
        .isInstanceOf(KibanaFailure.class)
        .hasMessageContaining("status " + status)
        .hasMessageContaining(reason)
        .hasMessageContaining(advice);
  }

  @Test
  void doesNotTakeAnAnswerThatIsNoReportForSuccess() {
    server.answersInstead(
        path -> path.endsWith("_import") ? new FakeKibana.Answer(200, "{\"success\":true}") : null);

    assertThatThrownBy(() -> kibana().importObjects(SavedObjects.load(FILES)))
        .isInstanceOf(KibanaFailure.class)
        .hasMessageContaining("tells of 0 objects");
  }

  @ParameterizedTest
  @CsvSource({
    "conflict,another space",
    "ambiguous_conflict,several copies",
    "unsupported_type,a plugin is switched off",
    "unknown,mapper_parsing_exception"
  })
  void tellsOfEachObjectThatIsRefused(String error, String words) throws Exception {
    server.refuses(MATRIX, error);
    SavedObjects objects = SavedObjects.load(FILES);

    ImportReport report = kibana().importObjects(objects);

    assertThat(report.imported()).hasSize(objects.all().size() - 1);
    assertThat(report.refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.type()).isEqualTo("lens");
              assertThat(refused.id()).isEqualTo(MATRIX);
              assertThat(refused.reason()).contains(words);
            });
  }

  @Test
  void namesTheReferencesThatAreMissing() throws Exception {
    Files.copy(FILES.resolve("shift.ndjson"), folder.resolve("shift.ndjson"));

    ImportReport report = kibana().importObjects(SavedObjects.load(folder));

    assertThat(report.refused())
        .extracting(ImportReport.Refused::reason)
        .anyMatch(reason -> reason.contains("needs index-pattern otklik-data-view-heat"));
    assertThat(report.imported()).isEmpty();
  }

  @Test
  void saysThatNobodyListens() {
    server.close();

    assertThatThrownBy(() -> kibana().check())
        .isInstanceOf(KibanaFailure.class)
        .hasMessageContaining(server.url())
        .hasMessageContaining("can't be reached");
  }

  @Test
  void saysThatTheNameIsUnknown() {
    assertThatThrownBy(() -> kibana(KibanaSettings.at("http://kibana.invalid:5601")).check())
        .isInstanceOf(KibanaFailure.class)
        .hasMessageContaining("can't be reached");
  }

  @Test
  void saysThatItIsNoTls() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server = answering(plain, "HTTP/1.1 400 Bad Request\r\n\r\n");
      KibanaSettings settings = KibanaSettings.at("https://127.0.0.1:" + plain.getLocalPort());

      assertThatThrownBy(() -> kibana(settings).check())
          .isInstanceOf(KibanaFailure.class)
          .hasMessageContaining("an address for https"); // the client may also see no answer at all
      server.join();
    }
  }

  /** Says the same whatever it hears, and leaves it to the client to hang up. */
  private static Thread answering(ServerSocket socket, String answer) {
    Thread server =
        new Thread(
            () -> {
              try (Socket connection = socket.accept()) {
                byte[] heard = new byte[1 << 16];
                if (connection.getInputStream().read(heard) > 0) {
                  connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
                while (connection.getInputStream().read(heard) >= 0) {
                  // more of the same
                }
              } catch (SocketException hungUp) {
                // so may a client
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    server.start();
    return server;
  }

  @Test
  void doesNotWaitForEver() {
    CountDownLatch never = new CountDownLatch(1);
    server.answersInstead(
        path -> {
          never.await();
          return null;
        });

    assertThatThrownBy(() -> kibana(settings().withTimeout(Duration.ofMillis(200))).check())
        .isInstanceOf(KibanaFailure.class)
        .hasMessageContaining("has not answered");
  }

  @Test
  void doesNotWaitForEverForTheRestOfAnAnswer() throws Exception {
    try (ServerSocket stalling = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server = answering(stalling, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{");
      KibanaSettings settings =
          KibanaSettings.at("http://127.0.0.1:" + stalling.getLocalPort())
              .withTimeout(Duration.ofMillis(200));

      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(() -> kibana(settings).check())
                  .isInstanceOf(KibanaFailure.class)
                  .hasMessageContaining("has not answered"));
      server.join();
    }
  }

  @Test
  void tellsWhatItWaitsFor() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    server.answersInstead(
        path -> {
          heard.await();
          return null;
        });

    new Kibana(
            settings(),
            what -> {
              progress.add(what);
              heard.countDown();
            })
        .check();

    assertThat(progress).singleElement().asString().startsWith("waiting for Kibana's status");
  }

  @ParameterizedTest
  @CsvSource({
    "kibana:5601,http://host:5601",
    "ftp://kibana,http://host:5601",
    "http://kibana:5601/app?x=1,http://host:5601",
    "http://a b,http://host:5601",
    "http://duty:secret@kibana:5601,--user",
    "http://duty:se@secret@kibana:5601,--user",
    "http://duty:se_cret@ki_bana:5601,--user"
  })
  void refusesWhatIsNoAddress(String address, String advice) {
    assertThatThrownBy(() -> KibanaSettings.at(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(advice)
        .hasMessageNotContaining("secret");
  }

  @Test
  void refusesWhatIsNoSpace() {
    assertThatThrownBy(() -> settings().withSpace("../x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("../x");
  }

  private KibanaSettings settings() {
    return KibanaSettings.at(server.url() + "/");
  }

  private Kibana kibana() {
    return kibana(settings());
  }

  private Kibana kibana(KibanaSettings settings) {
    return new Kibana(settings, progress::add);
  }
}
