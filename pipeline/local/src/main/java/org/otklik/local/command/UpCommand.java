package org.otklik.local.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.alerts.ConfiguredAlerts;
import org.otklik.local.LocalPipeline;
import org.otklik.local.stack.LocalStack;
import org.otklik.local.stack.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik up}: the stack and the jobs, without data, until it is stopped. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "The stack and all jobs on this machine, without data.",
    description = {
      "Starts Kafka, Elasticsearch and Flink on this machine with all jobs running, prints their addresses and stays until",
      "Ctrl-C. All data lies in one folder; the next 'up' goes on from there."
    })
public final class UpCommand implements Callable<Integer> {
  @Option(
      names = "--region",
      defaultValue = "sakhalin",
      paramLabel = "REGION",
      description = "Id of the region. Default: ${DEFAULT-VALUE}.")
  private String region;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where all data is kept. Default: .otklik/REGION in the checkout.")
  private @Nullable Path stated;

  @Mixin private StackOptions stack;
  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = StderrProgress.create();
    Path folder =
        stated == null ? org.otklik.local.Home.folder().resolve(".otklik").resolve(region) : stated;
    // A faulty file is told before anything starts.
    ConfiguredAlerts alerts = ConfiguredAlerts.load(configuration.folder(), System.getenv());
    alerts.settings(configuration.region(region));
    alerts.unreachable().forEach(spec.commandLine().getErr()::println);
    try (LocalStack running = LocalStack.start(stack.settings(folder), progress)) {
      LocalPipeline pipeline =
          LocalPipeline.start(
              running,
              folder,
              configuration.folder(),
              region,
              LocalPseudonyms.keptIn(folder),
              progress);
      out.println(Addresses.of(running, pipeline));
      out.println("Data: " + folder.toAbsolutePath());
      out.println("Stop with Ctrl-C.");
      new CountDownLatch(1)
          .await(); // until the process is asked to end; the stack's shutdown hook cleans up
    }
    return 0;
  }
}
