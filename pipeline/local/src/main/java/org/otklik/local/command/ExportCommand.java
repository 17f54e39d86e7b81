package org.otklik.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Json;
import org.otklik.jobs.export.ExportArguments;
import org.otklik.jobs.export.ExportBiJob;
import org.otklik.jobs.export.ExportFolder;
import org.otklik.jobs.index.ElasticsearchFailure;
import org.otklik.jobs.index.Indices;
import org.otklik.local.TemporaryFolder;
import org.otklik.local.breakdown.WeeklyRounds;
import org.otklik.local.export.DailyRounds;
import org.otklik.local.stack.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik export}: the indices as tables for BI systems. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Writes the days of a period as tables for BI systems: Parquet and CSV.",
    description = {
      "Writes posts (without text, author and link), heat cells, claims and alerts with their dimensions into a new folder below",
      "DIR, with a manifest that explains every column. The folder appears whole or not at all; latest-REGION.json names the",
      "newest one. Prints the folder."
    },
    subcommands = ExportVerifyCommand.class)
public final class ExportCommand implements Callable<Integer> {
  private static final int MOST_SUBTASKS = 4;
  private static final String LOOPBACK = "127.0.0.1";

  @Option(
      names = "--region",
      defaultValue = "sakhalin",
      paramLabel = "REGION",
      description = "Region in whose time zone days begin. Default: ${DEFAULT-VALUE}.")
  private String regionId;

  @Option(names = "--from", paramLabel = "DAY", description = "First day, for example 2026-03-02.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Last day, itself included. Default: the first.")
  private @Nullable LocalDate to;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder in which exports appear.")
  private @Nullable Path out;

  @Option(
      names = "--format",
      defaultValue = "parquet,csv",
      paramLabel = "FORMAT",
      description = "parquet, csv or both. Default: ${DEFAULT-VALUE}.")
  private String formats;

  @Option(
      names = "--separator",
      defaultValue = ";",
      paramLabel = "CHAR",
      description = "Between the columns of CSV; the word tab for a tab. Default: ${DEFAULT-VALUE}")
  private String separator;

  @Option(
      names = "--k",
      defaultValue = "5",
      paramLabel = "N",
      description =
          "Smallest count that is shown in tables of counts; smaller ones are withheld. Default: ${DEFAULT-VALUE}.")
  private int k;

  @Option(
      names = "--every",
      paramLabel = "1d",
      description =
          "Stays until Ctrl-C and exports each day when it is over, first those that DIR lacks since its last one.")
  private @Nullable String every;

  @Option(
      names = "--at",
      paramLabel = "HH:MM",
      description =
          "With --every: at what time of the region the day before is exported. Default: 03:00.")
  private @Nullable String at;

  @Mixin private ElasticsearchOptions elasticsearch;
  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Path folder = checkedOut();
    ZoneId zone = configuration.region(regionId).timeZone();
    Progress progress = StderrProgress.create();
    if (every == null) {
      if (from == null) {
        throw new UserError("name the first day with --from, or repeat every day with --every 1d");
      }
      export(arguments(folder, from, to == null ? from : to), progress);
      return 0;
    }
    Clock clock = Clock.systemUTC();
    LocalTime turn = time();
    LocalDate any = LocalDate.ofInstant(clock.instant(), zone);
    ExportArguments daily = arguments(folder, any, any);
    new DailyRounds(zone, turn, clock, WeeklyRounds.Pause.by(clock), progress)
        .run(
            () -> new ExportFolder(folder).lastWholeDay(regionId),
            day -> export(daily.withDays(day, day), progress));
    return 0;
  }

  private Path checkedOut() {
    if (out == null) {
      throw new UserError("name the folder of exports with --out");
    }
    if (every != null && !every.equals("1d")) {
      throw new UserError("--every: «" + every + "» is not known, only 1d is");
    }
    if (every != null && (from != null || to != null)) {
      throw new UserError("--every goes without --from and --to: each time it is the day before");
    }
    if (every == null && at != null) {
      throw new UserError("--at goes with --every");
    }
    return out.toAbsolutePath().normalize();
  }

  private LocalTime time() {
    if (at == null) {
      return LocalTime.of(3, 0);
    }
    try {
      return LocalTime.parse(at);
    } catch (DateTimeParseException e) {
      throw new UserError("--at: «" + at + "» is no time of the form 03:00");
    }
  }

  private ExportArguments arguments(Path folder, LocalDate first, LocalDate last) {
    return new ExportArguments(
        configuration.folder(),
        regionId,
        first,
        last,
        folder,
        ExportArguments.formats(formats),
        ExportArguments.separator(separator),
        k,
        elasticsearch.settings());
  }

  private void export(ExportArguments arguments, Progress progress) throws Exception {
    progress.doing("exporting %s, %s to %s".formatted(regionId, arguments.from(), arguments.to()));
    checkReachable(arguments);
    try (TemporaryFolder temporary = TemporaryFolder.create("otklik-export-")) {
      Path export = ExportBiJob.execute(environment(temporary.path()), arguments);
      warn(export, progress);
      progress.doing("published " + export.getFileName());
      spec.commandLine().getOut().println(export);
    }
  }

  /** Says at once what the job itself would only say after a patient while. */
  private static void checkReachable(ExportArguments arguments) throws IOException {
    try (Indices indices = new Indices(arguments.elasticsearch())) {
      indices.count("posts");
    } catch (ElasticsearchFailure e) {
      throw e; // it says what to do
    } catch (IOException e) {
      throw new NotReachable(
          "Elasticsearch at "
              + arguments.elasticsearch().addresses().get(0)
              + " does not answer ("
              + e.getMessage()
              + "): start it, or name its address with --elasticsearch",
          e);
    }
  }

  private static void warn(Path export, Progress progress) throws IOException {
    for (Map.Entry<String, JsonNode> index :
        Json.mapper()
            .readTree(export.resolve("manifest.json").toFile())
            .path("indices")
            .properties()) {
      if (!index.getValue().path("present").asBoolean()) {
        progress.doing("there is no index " + index.getKey() + ": its table is empty");
      }
    }
  }

  private static StreamExecutionEnvironment environment(Path temporary) {
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    flink.set(SecurityOptions.DELEGATION_TOKENS_ENABLED, false);
    flink.set(CoreOptions.TMP_DIRS, temporary.toString());
    flink.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    flink.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    flink.set(JobManagerOptions.SCHEDULER, JobManagerOptions.SchedulerType.Default);
    return StreamExecutionEnvironment.createLocalEnvironment(
        Math.min(MOST_SUBTASKS, Runtime.getRuntime().availableProcessors()), flink);
  }
}
