package org.otklik.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.otklik.jobs.kafka.ClaimTopic;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.misinformation.ClaimRegister;
import org.otklik.models.misinformation.ClaimReviewExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code otklik claims}: the register of claims of the running jobs. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "The register of refuted claims of the running jobs.",
    description = {
      "The register of refuted claims as the running jobs see it: the folder claims of the configuration, with what was added or",
      "withdrawn since. The claims that come with Otklik are invented examples."
    })
public final class ClaimsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Adds claims, or newer versions of them, to the register of the running jobs. They take effect within seconds, also on",
        "the posts of the last 48 hours."
      })
  int add(
      @Parameters(
              paramLabel = "FILE",
              description =
                  "YAML as in config/claims (with claim.schema.json beside it), or a tab-separated table with the columns claim_id, claim, verdict_note, refuted_by, date.")
          Path file,
      @Mixin KafkaOption kafka)
      throws IOException {
    if (!Files.exists(file)) {
      throw new UserError("there is no file " + file);
    }
    List<Claim> claims = ClaimRegister.load(file).claims();
    kafka.tell(() -> ClaimTopic.send(kafka.settings(), claims));
    out().println(claims.size() + " claims added");
    return 0;
  }

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description =
          "Takes a claim out of the register of the running jobs, also one of the configuration.")
  int withdraw(
      @Parameters(paramLabel = "ID", description = "The claim's id.") String id,
      @Mixin KafkaOption kafka) {
    kafka.tell(() -> ClaimTopic.withdraw(kafka.settings(), id));
    out().println("claim " + id + " withdrawn");
    return 0;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Shows the claims: id, day of the refutation, who refuted it, the claim.")
  int list(
      @Option(
              names = "--configured-only",
              description = "Only those of the configuration; Kafka is not asked.")
          boolean configuredOnly,
      @Mixin KafkaOption kafka,
      @Mixin ConfigurationOption configuration)
      throws IOException {
    for (Claim claim : current(configuredOnly, kafka, configuration)) {
      out()
          .println(
              String.join(
                  "\t",
                  claim.id(),
                  claim.date() == null ? "" : claim.date(),
                  claim.refutedBy(),
                  claim.claim()));
    }
    return 0;
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description =
          "Writes the claims as schema.org ClaimReview in JSON-LD, for search engines and directories of fact checks.")
  int export(
      @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where they go.")
          Path file,
      @Option(
              names = "--configured-only",
              description = "Only those of the configuration; Kafka is not asked.")
          boolean configuredOnly,
      @Mixin KafkaOption kafka,
      @Mixin ConfigurationOption configuration)
      throws IOException {
    List<Claim> claims = current(configuredOnly, kafka, configuration);
    Files.writeString(file, new ClaimReviewExport().jsonLd(claims), StandardCharsets.UTF_8);
    out().println(claims.size() + " claims written to " + file);
    return 0;
  }

  private static List<Claim> current(
      boolean configuredOnly, KafkaOption kafka, ConfigurationOption configuration)
      throws IOException {
    ClaimRegister configured = ClaimRegister.load(configuration.folder().resolve("claims"));
    return configuredOnly
        ? configured.claims()
        : CurrentClaims.of(configured, kafka.ask(() -> ClaimTopic.changes(kafka.settings())));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
