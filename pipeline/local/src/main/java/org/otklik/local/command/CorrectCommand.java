package org.otklik.local.command;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Decision;
import org.otklik.jobs.kafka.DecisionTopic;
import org.otklik.jobs.kafka.KafkaSettings;
import org.otklik.models.topic.ThemeNames;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik correct}: puts a person's theme in the place of the model's. */
@Command(
    name = "correct",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Puts a person's theme in the place of the model's.",
    description = {
      "Corrects the theme of a post. The post moves everywhere: in posts.analyzed, in the index and on the heat map; later",
      "versions of it keep the corrected theme. 'otklik corrections' collects corrections as training data."
    })
public final class CorrectCommand implements Callable<Integer> {
  @Option(
      names = "--post",
      required = true,
      paramLabel = "ID",
      description = "The post's id in the index posts.")
  private String post;

  @ArgGroup(multiplicity = "1")
  private What what;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "LOGIN",
      description = "Login of the member of the staff who decides.")
  private String by;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in a few words.")
  private @Nullable String reason;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:9092",
      description = "Kafka's address. Default: ${DEFAULT-VALUE}.")
  private String kafka;

  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  private static final class What {
    @Option(
        names = "--theme",
        required = true,
        paramLabel = "THEME",
        description = "Id of the right theme, for example roads.")
    private @Nullable String theme;

    @Option(names = "--take-back", required = true, description = "Return to the model's theme.")
    private boolean takeBack;
  }

  @Override
  public Integer call() throws IOException {
    Map<String, String> themes = ThemeNames.read(configuration.folder());
    if (!what.takeBack && !themes.containsKey(what.theme)) {
      throw new UserError(
          "there is no theme «" + what.theme + "»: choose one of " + themes.keySet());
    }
    try {
      DecisionTopic.send(
          KafkaSettings.of(kafka),
          new Decision(Decision.THEME_CORRECTION, post, what.theme, by, reason, Instant.now()));
    } catch (KafkaException e) {
      spec.commandLine()
          .getErr()
          .println(
              "otklik correct: Kafka at "
                  + kafka
                  + " does not take the decision ("
                  + e.getMessage()
                  + "). Is the stack up ('otklik up'), and is --kafka right?");
      return ExitCode.FAILED;
    }
    spec.commandLine()
        .getOut()
        .println(
            what.takeBack
                ? "post " + post + ": back to the model's theme"
                : "post " + post + ": " + themes.get(what.theme));
    return 0;
  }
}
