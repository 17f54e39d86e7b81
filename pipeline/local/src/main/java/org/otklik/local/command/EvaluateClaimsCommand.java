package org.otklik.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.otklik.models.misinformation.ClaimEvaluation;
import org.otklik.models.text.PersonalDataMasker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik evaluate claims}: how well claims are matched and posts chosen for review. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Judges the matching of claims by labelled posts.",
    description = {
      "Judges the matching of claims and the choice of posts for review by labelled posts: precision and recall of the",
      "matches, share of posts flagged, per kind of post."
    })
final class EvaluateClaimsCommand implements Callable<Integer> {
  @Option(
      names = "--claims",
      paramLabel = "FILE|DIR",
      description =
          "YAML, or a table with the columns claim_id, claim, verdict_note, refuted_by, date. Default: claims of the configuration folder.")
  private @Nullable Path claims;

  @Option(
      names = "--posts",
      required = true,
      paramLabel = "FILE",
      description = "The labelled posts: a table with the columns of claim_posts_dev.tsv.")
  private Path posts;

  @Option(
      names = "--failures",
      description = "Also shows the posts judged otherwise than labelled.")
  private boolean failures;

  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path register = claims == null ? configuration.folder().resolve("claims") : claims;
    for (Path file : new Path[] {register, posts}) {
      if (!Files.exists(file)) {
        throw new UserError("there is no file " + file);
      }
    }
    ClaimEvaluation evaluation = ClaimEvaluation.evaluate(register, posts);
    PrintWriter out = spec.commandLine().getOut();
    out.print(evaluation.table());
    if (failures) {
      for (ClaimEvaluation.Failure failure : evaluation.failures()) {
        out.printf(
            "%nlabelled %s, review %s; found %s, review %s: %s%n",
            failure.post().claimId(),
            failure.post().review(),
            failure.found().claimId(),
            failure.found().review(),
            PersonalDataMasker.mask(failure.post().text()));
      }
    }
    out.flush();
    return 0;
  }
}
