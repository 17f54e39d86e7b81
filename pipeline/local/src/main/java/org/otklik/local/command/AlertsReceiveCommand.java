package org.otklik.local.command;

import java.io.PrintWriter;
import java.net.BindException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.otklik.jobs.alerts.ConfiguredAlerts;
import org.otklik.jobs.webhook.WebhookSecret;
import org.otklik.local.alerts.AlertReceiver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik alerts receive}: a receiver that verifies and prints what arrives. */
@Command(
    name = "receive",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Receives alerts, verifies their signatures and prints them.",
    description = {
      "Listens on the loopback address and prints a line for each request: its answer, the webhook-id, and what it says.",
      "What is not signed with the secret, or is older than five minutes, is answered 401. Stays until Ctrl-C."
    })
public final class AlertsReceiveCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "8090",
      description = "The port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--secret-env",
      paramLabel = "VARIABLE",
      defaultValue = "OTKLIK_ALERT_SECRET_DUTY",
      description =
          "Environment variable with the secret, or with _FILE behind its name that of a file with it. Default: ${DEFAULT-VALUE}.")
  private String variable;

  @Option(
      names = "--fail-first",
      paramLabel = "N",
      defaultValue = "0",
      description = "Answer the first N requests with 503, to see them come again.")
  private int failFirst;

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  /** With the environment of this process. */
  public AlertsReceiveCommand() {
    this(System.getenv());
  }

  AlertsReceiveCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    WebhookSecret secret = ConfiguredAlerts.secret(variable, environment);
    try (AlertReceiver receiver = AlertReceiver.start(port, secret, failFirst, out::println)) {
      out.println("Listens on " + receiver.address() + " Stop with Ctrl-C.");
      new CountDownLatch(1).await(); // until the process is asked to end
    } catch (BindException e) {
      throw new UserError(
          "port "
              + port
              + " is taken: stop the program that listens there, or choose another with --port",
          e);
    }
    return 0;
  }
}
