package org.otklik.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.webhook.WebhookSecret;
import org.otklik.local.alerts.AlertReceiver;
import picocli.CommandLine;

/** {@code otklik alerts}: sending with one command to the other. */
class AlertCommandsTest {
  private static final WebhookSecret SECRET = WebhookSecret.random();
  private static final String SECRET_VARIABLE = "OTKLIK_ALERT_SECRET_DUTY";
  private static final String ADDRESS_VARIABLE = "OTKLIK_ALERT_URL_DUTY";

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final StringWriter printed = new StringWriter();
  private final StringWriter complaints = new StringWriter();
  private AlertReceiver receiver;

  @BeforeEach
  void listen() throws Exception {
    receiver = AlertReceiver.start(0, SECRET, 0, lines::add);
    environment.put(SECRET_VARIABLE, SECRET.text());
    environment.put(ADDRESS_VARIABLE, receiver.address().toString());
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void sendsASignedEventToARecipient() {
    assertThat(test("--to", "duty")).isZero();

    assertThat(printed.toString()).contains("duty: accepted: status 204").contains("msg_");
    assertThat(lines).singleElement().asString().contains("подпись верна, проверка");
    assertThat(receiver.accepted()).isEqualTo(1);
  }

  @Test
  void sendsASignedEventToAnAddress() {
    assertThat(test("--to", receiver.address().toString())).isZero();

    assertThat(lines).singleElement().asString().startsWith("204");
  }

  @Test
  void saysThatItWasNotAccepted() {
    environment.put(SECRET_VARIABLE, WebhookSecret.random().text());

    assertThat(test("--to", "duty")).isEqualTo(ExitCode.FAILED);

    assertThat(printed.toString()).contains("not accepted: status 401");
    assertThat(lines).singleElement().asString().startsWith("401").contains("подпись неверна");
    assertThat(receiver.accepted()).isZero();
  }

  @Test
  void namesTheRecipientsWhenThereIsNoSuchOne() {
    assertThat(test("--to", "nobody")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(complaints.toString()).contains("nobody").contains("[duty]");
  }

  @Test
  void saysWhatAnAddressLooksLikeWithoutRepeatingOne() {
    assertThat(test("--to", "http://duty.example/a token")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(complaints.toString()).contains("--to").contains("https://").doesNotContain("token");
  }

  @Test
  void namesTheRegionsWhenThereIsNoSuchOne() {
    assertThat(test("--to", "duty", "--region", "no where")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(complaints.toString()).contains("no where").contains("sakhalin");
    assertThat(lines).isEmpty();
  }

  @Test
  void namesTheVariableOfAMissingAddress() {
    environment.remove(ADDRESS_VARIABLE);

    assertThat(test("--to", "duty")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(complaints.toString()).contains(ADDRESS_VARIABLE);
  }

  @Test
  void namesTheVariableOfAMissingSecret() {
    environment.remove(SECRET_VARIABLE);

    assertThat(run(new AlertsReceiveCommand(environment), "--port", "0"))
        .isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(complaints.toString()).contains(SECRET_VARIABLE);
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThat(run(new AlertsReceiveCommand(environment), "--port", Integer.toString(port)))
          .isEqualTo(ExitCode.WRONG_INPUT);

      assertThat(complaints.toString()).contains(Integer.toString(port)).contains("--port");
    }
  }

  @Test
  void failsTheFirstRequestsAndThenTakesThem() throws Exception {
    try (AlertReceiver failing = AlertReceiver.start(0, SECRET, 1, lines::add)) {
      environment.put(ADDRESS_VARIABLE, failing.address().toString());

      assertThat(test("--to", "duty")).isEqualTo(ExitCode.FAILED);
      assertThat(test("--to", "duty")).isZero();

      assertThat(failing.accepted()).isEqualTo(1);
    }
  }

  @Test
  void refusesWhatIsNotSigned() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(receiver.address() + "x"))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(lines).singleElement().asString().startsWith("401 ?");
  }

  private int test(String... arguments) {
    return run(new AlertsTestCommand(environment), arguments);
  }

  private int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(printed, true))
        .setErr(new PrintWriter(complaints, true))
        .setExecutionExceptionHandler(
            (exception, line, result) -> {
              line.getErr().println(exception.getMessage());
              return exception instanceof UserError || exception instanceof IllegalArgumentException
                  ? ExitCode.WRONG_INPUT
                  : ExitCode.FAILED;
            })
        .execute(arguments);
  }
}
