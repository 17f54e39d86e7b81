package org.otklik.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code otklik review}: posts at which a person should look, and what the person decides. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    subcommands = {ReviewListCommand.class, ReviewDecideCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    header = "Posts that may spread a rumour, and what people decide.",
    description = {
      "Posts that may spread a rumour. The program only says why a person should look; whether something is so, a person",
      "decides: suspected, being-checked, then confirmed (it is a rumour: checked, and not so), refuted (the suspicion is: the",
      "post is right) or not-a-claim (nothing in it to be checked)."
    })
public final class ReviewCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
