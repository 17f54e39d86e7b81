package org.otklik.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.alerts.ConfiguredAlerts;
import org.otklik.jobs.alerts.Notice;
import org.otklik.jobs.alerts.Recipient;
import org.otklik.jobs.kafka.AlertTopic;
import org.otklik.jobs.webhook.Answer;
import org.otklik.jobs.webhook.Endpoint;
import org.otklik.jobs.webhook.WebhookClient;
import org.otklik.models.post.PostId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik alerts test}: sends one signed event, once, and tells what came back. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Sends a signed test event and tells what came back.",
    description = {
      "Sends one signed event of the kind «test» as the job deliver-alerts would, once, and tells what came back. Exit code 0 when it",
      "was accepted, 1 when not, 2 when it could not be sent."
    })
public final class AlertsTestCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "RECIPIENT",
      description = "Id of a recipient in alerts.yaml, or an address (http, https).")
  private String to;

  @Option(
      names = "--secret-env",
      paramLabel = "VARIABLE",
      defaultValue = "OTKLIK_ALERT_SECRET_DUTY",
      description =
          "For an address: environment variable with the secret, or with _FILE behind its name that of a file with it. Default: ${DEFAULT-VALUE}.")
  private String variable;

  @Option(
      names = "--region",
      defaultValue = "sakhalin",
      paramLabel = "REGION",
      description = "Id of the region in whose name it is sent. Default: ${DEFAULT-VALUE}.")
  private String region;

  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  /** With the environment of this process. */
  public AlertsTestCommand() {
    this(System.getenv());
  }

  AlertsTestCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    configuration.region(region); // there must be one
    Endpoint endpoint = endpoint();
    Instant now = Instant.now();
    Notice notice = new Notice(event(now), to, "test", 0);
    CompletableFuture<Answer> answered = new CompletableFuture<>();
    Answer answer;
    try (WebhookClient client = new WebhookClient(endpoint, "test")) {
      client.post(notice.webhookId(), AlertTopic.toCloudEvent(notice.event()), answered::complete);
      answer = answered.get();
    }
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s: %s: %s in %d ms, webhook-id %s%n",
            to.contains("://") ? endpoint.address().getHost() : to,
            answer.accepted() ? "accepted" : "not accepted",
            answer.status() == null ? answer.error() : "status " + answer.status(),
            Instant.now().toEpochMilli() - now.toEpochMilli(),
            notice.webhookId());
    return answer.accepted() ? 0 : ExitCode.FAILED;
  }

  private Endpoint endpoint() throws IOException {
    ConfiguredAlerts alerts = ConfiguredAlerts.load(configuration.folder(), environment);
    if (to.contains("://")) {
      // Whoever types an address may mean one inside.
      return alerts.endpoint(address(), ConfiguredAlerts.secret(variable, environment), true);
    }
    List<String> known = alerts.recipients().stream().map(Recipient::id).toList();
    Recipient recipient =
        alerts.recipients().stream()
            .filter(candidate -> candidate.id().equals(to))
            .findFirst()
            .orElseThrow(
                () -> new UserError("there is no recipient «" + to + "»: choose one of " + known));
    return alerts
        .endpoint(recipient)
        .orElseThrow(
            () ->
                new UserError(
                    "recipient «"
                        + to
                        + "» has no address: set "
                        + recipient.urlFrom()
                        + " in the environment"));
  }

  /** It may hold a token, so a wrong one is not repeated. */
  private URI address() {
    try {
      return new URI(to);
    } catch (URISyntaxException e) {
      throw new UserError(
          "what --to holds is no address: it should look like https://host.example/path");
    }
  }

  private AlertEvent event(Instant now) {
    return new AlertEvent(
        PostId.of(AlertEvent.TEST, now.toString()),
        AlertEvent.TEST,
        region,
        now,
        null,
        null,
        1,
        "Проверка связи: ничего не случилось",
        List.of(),
        Map.of(),
        Map.of());
  }
}
