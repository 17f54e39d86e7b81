package org.otklik.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code otklik alerts}: trying out who is told, and how. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    subcommands = {AlertsReceiveCommand.class, AlertsTestCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    header = "Tries out the alerts: receives and sends them.",
    description = {
      "Who is told about what stands in alerts.yaml of the configuration; what became of each alert stands in the index alerts."
    })
public final class AlertsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
