package org.otklik.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** {@code otklik gazetteer}: the lists of places in {@code config/gazetteer}. */
@Command(
    name = "gazetteer",
    mixinStandardHelpOptions = true,
    description = "Works on the lists of places in config/gazetteer.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = GazetteerImportCommand.class)
public final class GazetteerCommand implements Runnable {
  @Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
