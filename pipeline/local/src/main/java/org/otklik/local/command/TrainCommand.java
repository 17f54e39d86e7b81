package org.otklik.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.otklik.local.Home;
import org.otklik.models.training.TrainModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik train}: makes the models of theme, category and type anew. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Makes the models of theme, category and type anew.",
    description = {
      "Trains the models of theme, category and type from the labels in models/src/training and the texts they belong to, which",
      "are not part of the project. The same input gives the same models. They are written to a folder of their own; compare",
      "them with 'otklik evaluate --against' before they replace those in models/src/main/resources."
    })
public final class TrainCommand implements Callable<Integer> {
  @Option(
      names = "--texts",
      paramLabel = "DIR",
      description =
          "Folder with kursk_train.tsv and perm_unlabelled.tsv. Default: ../shared/data beside the checkout.")
  private @Nullable Path texts;

  @Option(
      names = "--corrections",
      paramLabel = "FILE",
      description = "More labelled texts, as 'otklik corrections' writes them.")
  private @Nullable Path corrections;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the models go.")
  private Path out;

  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path labels = Home.folder().resolve("models/src/training");
    Path folder = texts == null ? Home.folder().resolve("../shared/data").normalize() : texts;
    for (String name : new String[] {"kursk_train.tsv", "perm_unlabelled.tsv"}) {
      if (!Files.isReadable(folder.resolve(name))) {
        throw new UserError(
            "there is no " + folder.resolve(name) + ": name the folder of the texts with --texts");
      }
    }
    StderrProgress.create().doing("training; this takes a minute or two");
    long started = System.nanoTime();
    TrainModels.train(
        labels, folder, configuration.folder().resolve("taxonomy.yaml"), corrections, out);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "models of theme, category and type written to %s in %.0f s%n",
            out.toAbsolutePath(),
            (System.nanoTime() - started) / 1e9);
    return 0;
  }
}
