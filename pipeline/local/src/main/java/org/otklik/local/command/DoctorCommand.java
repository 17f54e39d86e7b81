package org.otklik.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.otklik.jobs.alerts.ConfiguredAlerts;
import org.otklik.jobs.channel.Channel;
import org.otklik.jobs.incidents.EventRules;
import org.otklik.jobs.sources.SourceRules;
import org.otklik.jobs.spread.SpreadRules;
import org.otklik.local.Home;
import org.otklik.local.kibana.SavedObjects;
import org.otklik.local.stack.ElasticsearchDistribution;
import org.otklik.local.stack.StackSettings;
import org.otklik.models.bursts.BurstSettings;
import org.otklik.models.misinformation.ClaimRegister;
import org.otklik.models.place.GazetteerRows;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;
import org.otklik.models.topic.ThemeClassifier;
import org.otklik.models.topic.ThemeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code otklik doctor}: is everything in place, and if not, what is to be done? */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Checks machine and configuration, and says what to do.",
    description = {
      "Checks this machine and the configuration, and says of each fault what to do. Exit code 0: all is well; 1: something is",
      "not. Faults of configuration name file and key."
    })
public final class DoctorCommand implements Callable<Integer> {
  private static final long DISK_NEEDED_MEGABYTES = 2_048;

  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  private final List<String> faults = new ArrayList<>();

  @FunctionalInterface
  private interface Check {
    /** What is found to be well; throws, or notes a fault, when it is not. */
    String run() throws Exception;
  }

  @Override
  public Integer call() throws IOException {
    check("Java", () -> Runtime.version() + " in " + System.getProperty("java.home"));
    check("Memory", () -> Runtime.getRuntime().maxMemory() / (1 << 20) + " MB for this process");
    check("Disk", DoctorCommand::disk);
    check("Elasticsearch", () -> "distribution " + ElasticsearchDistribution.zip());
    checkPort("Kafka", StackSettings.KAFKA_PORT, "--kafka-port");
    checkPort("Elasticsearch", StackSettings.ELASTICSEARCH_PORT, "--elasticsearch-port");
    checkPort("Flink", StackSettings.FLINK_PORT, "--flink-port");
    check("Theme model", DoctorCommand::themeModel);
    Path folder = configuration.folder();
    check(
        "Taxonomy",
        () -> ThemeNames.read(folder).size() + " themes in " + folder.resolve("taxonomy.yaml"));
    check(
        "Claims",
        () ->
            ClaimRegister.load(folder.resolve("claims")).claims().size()
                + " claims in "
                + folder.resolve("claims"));
    check("Recipients of alerts", () -> alerts(folder));
    check("Events", () -> "nothing older than " + EventRules.read(folder).oldestDays() + " days");
    check("Spread", () -> "sudden from " + SpreadRules.read(folder).sudden().posts() + " posts on");
    check(
        "Sources",
        () ->
            "silent after "
                + SourceRules.read(folder, Channel.names()).minimumHours()
                + " waking hours at the soonest");
    check(
        "Dashboards",
        () ->
            SavedObjects.load(folder.resolve("kibana")).all().size()
                + " objects in "
                + folder.resolve("kibana"));
    check(
        "Bursts",
        () ->
            "threshold "
                + BurstSettings.load(folder).threshold()
                + " in "
                + folder.resolve(BurstSettings.FILE));
    RegionFiles regions = new RegionFiles(folder);
    for (String id : regions.ids()) {
      check("Region " + id, () -> region(regions, folder, id));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (faults.isEmpty()) {
      out.println("All is well.");
      return 0;
    }
    out.println(faults.size() + (faults.size() == 1 ? " fault." : " faults."));
    return ExitCode.FAILED;
  }

  private void check(String what, Check check) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.println("[ok]    " + what + ": " + check.run());
    } catch (Exception e) {
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      faults.add(message);
      for (String line : message.split("\\R")) {
        out.println("[fault] " + what + ": " + line);
      }
    }
  }

  private void checkPort(String server, int port, String option) {
    check(
        "Port " + port,
        () -> {
          try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return "free for " + server + " (" + socket.getLocalPort() + ")";
          } catch (IOException e) {
            throw new UserError(
                "taken, so "
                    + server
                    + " can't have it: stop the program that listens there, or start with "
                    + option
                    + " 0",
                e);
          }
        });
  }

  private static String disk() throws IOException {
    Path home = Home.folder();
    long free = Files.getFileStore(home).getUsableSpace() >> 20;
    if (free < DISK_NEEDED_MEGABYTES) {
      throw new UserError(
          free + " MB free in " + home + ": make at least " + DISK_NEEDED_MEGABYTES + " MB free");
    }
    return free + " MB free in " + home;
  }

  private static String alerts(Path folder) throws IOException {
    ConfiguredAlerts alerts = ConfiguredAlerts.load(folder, System.getenv());
    long reachable =
        alerts.recipients().stream()
            .filter(recipient -> alerts.endpoint(recipient).isPresent())
            .count();
    return alerts.recipients().size()
        + " in "
        + folder.resolve("alerts.yaml")
        + ", with an address: "
        + reachable;
  }

  private static String themeModel() {
    return ThemeClassifier.load().themes() + " themes";
  }

  private static String region(RegionFiles regions, Path folder, String id) throws IOException {
    Region region = regions.load(id);
    GazetteerRows.read(folder.resolve("gazetteer"), region.gazetteer());
    return region.name()
        + ", "
        + region.municipalities().size()
        + " municipalities, "
        + region.blocks().size()
        + " blocks";
  }
}
