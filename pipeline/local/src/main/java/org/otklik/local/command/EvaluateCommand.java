package org.otklik.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.otklik.models.text.PersonalDataMasker;
import org.otklik.models.training.EvaluateModels;
import org.otklik.models.training.EvaluateModels.Change;
import org.otklik.models.training.EvaluateModels.Evaluation;
import org.otklik.models.training.QualityReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik evaluate}: how well the models do on labelled messages that they have not seen. */
@Command(
    name = "evaluate",
    subcommands = {EvaluatePlaceCommand.class, EvaluateClaimsCommand.class},
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Judges the models by labelled messages.",
    description = {
      "Judges the models by a tab-separated file with a header line and the columns text and theme, and where they are there",
      "category and type: accuracy, macro and weighted F1 with intervals, top-3, confusion, calibration, coverage and precision;",
      "and urgency (0 to 3) and raised (themes of all problems, separated by commas).",
      "Do not judge them by texts that they were trained on."
    })
public final class EvaluateCommand implements Callable<Integer> {
  private static final int CHANGES_SHOWN = 50;
  private static final int TEXT_SHOWN = 100;

  @Option(names = "--data", paramLabel = "FILE", description = "The labelled messages.")
  private @Nullable Path data;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Models to judge, as 'otklik train' wrote them. Default: those that ship.")
  private @Nullable Path models;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description =
          "Shows which messages other models would see differently, before they replace these.")
  private @Nullable Path against;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Draws coverage against precision into this file.")
  private @Nullable Path svg;

  @Option(
      names = "--seed",
      defaultValue = "17",
      description = "Of the bootstrap behind the intervals. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (data == null) {
      throw new UserError("name the labelled messages with --data FILE");
    }
    if (!Files.isReadable(data)) {
      throw new UserError("--data: there is no readable file " + data);
    }
    PrintWriter out = spec.commandLine().getOut();
    EvaluateModels judged = models == null ? EvaluateModels.shipped() : EvaluateModels.of(models);
    if (against != null) {
      show(judged.changes(data, EvaluateModels.of(against)), out);
      return 0;
    }
    Evaluation evaluation = judged.evaluate(data, seed);
    out.println(evaluation.markdown());
    if (svg != null) {
      Files.writeString(svg, QualityReport.svg(evaluation.themes().coverage()));
      out.println("coverage and precision of the themes are drawn in " + svg);
    }
    return 0;
  }

  private static void show(List<Change> changes, PrintWriter out) {
    long better = changes.stream().filter(change -> change.after().equals(change.truth())).count();
    long worse = changes.stream().filter(change -> change.before().equals(change.truth())).count();
    out.printf(
        "%d messages would get another theme: %d rightly, %d wrongly, %d from one wrong theme to another%n%n",
        changes.size(), better, worse, changes.size() - better - worse);
    out.println("| id | now | then | people said | text |");
    out.println("|---|---|---|---|---|");
    for (Change change : changes.subList(0, Math.min(CHANGES_SHOWN, changes.size()))) {
      String text =
          PersonalDataMasker.mask(change.text()).replace('|', '/').replaceAll("\\s+", " ");
      out.printf(
          "| %s | %s | %s | %s | %s |%n",
          change.id() == null ? "" : change.id(),
          change.before(),
          change.after(),
          change.truth(),
          text.length() > TEXT_SHOWN ? text.substring(0, TEXT_SHOWN) + "…" : text);
    }
    if (changes.size() > CHANGES_SHOWN) {
      out.println("… and " + (changes.size() - CHANGES_SHOWN) + " more");
    }
  }
}
