package org.otklik.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Json;
import org.otklik.jobs.alerts.AlertDocument;
import org.otklik.jobs.index.Indices;
import org.otklik.jobs.kafka.RawRecordSender;
import org.otklik.jobs.webhook.WebhookSecret;
import org.otklik.local.LocalPipeline;
import org.otklik.local.TemporaryFolder;
import org.otklik.local.alerts.AlertReceiver;
import org.otklik.local.demo.HeatTable;
import org.otklik.local.demo.IndexedPicture;
import org.otklik.local.demo.IndexedPicture.Accounts;
import org.otklik.local.demo.Sample;
import org.otklik.local.demo.Sample.SampleRecord;
import org.otklik.local.stack.LocalStack;
import org.otklik.local.stack.Progress;
import org.otklik.models.post.Pseudonyms;
import org.otklik.models.region.Region;
import org.otklik.models.topic.ThemeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik demo}: the whole way in one command, on the hand-written sample. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "The whole way on a hand-written sample, up to a heat map.",
    description = {
      "Starts Kafka, Elasticsearch and Flink on this machine, sends a hand-written sample of posts through them and shows the",
      "heat map until Ctrl-C. All data lies in a temporary folder that is deleted at the end."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final long POLL_MILLIS = 500;
  private static final int DAYS_OF_SAMPLE = 14;
  private static final long GIVE_UP_NANOS = 300_000_000_000L;
  private static final long ALERTS_QUIET_NANOS = 5_000_000_000L;
  private static final long ALERTS_LIMIT_NANOS = 60_000_000_000L;

  @Option(
      names = "--region",
      defaultValue = "sakhalin",
      paramLabel = "REGION",
      description = "Id of a region with a sample. Default: ${DEFAULT-VALUE}.")
  private String regionId;

  @Option(
      names = "--once",
      description =
          "End when all is indexed: one JSON line with the counts on standard output, exit code 0.")
  private boolean once;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "Where the data is kept, and left at the end. Default: a temporary folder, deleted at the end.")
  private @Nullable Path stated;

  @Mixin private StackOptions stackOptions;
  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!Sample.regions().contains(regionId)) {
      throw new UserError(
          "there is no sample for region «" + regionId + "»: choose one of " + Sample.regions());
    }
    Region region = configuration.region(regionId);
    Progress progress = StderrProgress.create();
    if (stated != null) {
      return run(stated, () -> {}, region, progress);
    }
    try (TemporaryFolder folder = TemporaryFolder.create("otklik-demo-")) {
      return run(folder.path(), folder, region, progress);
    }
  }

  private int run(Path folder, AutoCloseable cleanUp, Region region, Progress progress)
      throws Exception {
    Pseudonyms pseudonyms = LocalPseudonyms.keptIn(folder);
    WebhookSecret secret = WebhookSecret.random();
    try (AlertReceiver receiver = AlertReceiver.start(0, secret, 0, this::tellAlert);
        LocalStack stack = LocalStack.start(stackOptions.settings(folder), progress)) {
      stack.closeLast(cleanUp); // also on Ctrl-C, when nothing behind this block is reached
      LocalPipeline pipeline =
          LocalPipeline.start(
              stack,
              folder,
              configuration.folder(),
              regionId,
              pseudonyms,
              Map.of(
                  "OTKLIK_ALERT_URL_DUTY",
                  receiver.address().toString(),
                  "OTKLIK_ALERT_SECRET_DUTY",
                  secret.text()),
              progress);
      try (Indices indices = new Indices(pipeline.arguments().elasticsearch())) {
        return show(stack, pipeline, new IndexedPicture(indices), region, pseudonyms, progress);
      }
    }
  }

  /**
   * Only the demo's own receiver is told of what the sample raises, whatever the environment says.
   */
  private void tellAlert(String line) {
    people().println("Оповещение: " + line);
  }

  private PrintWriter people() {
    return once ? spec.commandLine().getErr() : spec.commandLine().getOut();
  }

  private int show(
      LocalStack stack,
      LocalPipeline pipeline,
      IndexedPicture picture,
      Region region,
      Pseudonyms pseudonyms,
      Progress progress)
      throws Exception {
    HeatTable table = new HeatTable(ThemeNames.read(configuration.folder()), coloured());
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter people = people();
    picture.refresh();
    Accounts before = picture.accounts(); // of an earlier demo in the same folder
    long postsBefore = picture.posts();
    long deliveredBefore = delivered(picture);
    long started = System.nanoTime();
    int sent = send(pipeline, region, pseudonyms, progress);
    boolean complete = waitForAll(picture, before, sent, progress);
    double seconds = (System.nanoTime() - started) / 1e9;
    people.println(table.render(picture.heat()));
    boolean settled = waitForAlerts(picture, progress);
    if (once) {
      out.println(summary(picture, before, postsBefore, deliveredBefore, seconds));
      return complete && settled ? 0 : ExitCode.FAILED;
    }
    out.println(summary(picture, before, postsBefore, deliveredBefore, seconds));
    out.println();
    out.println(Addresses.of(stack, pipeline));
    out.println(
        "Look at a post:  curl '" + stack.elasticsearch().url() + "/posts/_search?size=1&pretty'");
    out.println(
        "Send your own:   pipeline/bin/otklik collect --channel json --kafka "
            + pipeline.arguments().kafka().bootstrapServers()
            + " FILE");
    out.println("Export for BI:   " + exportLine(stack, region));
    out.println("Stop with Ctrl-C.");
    refreshUntilStopped(picture, table, out);
    return 0;
  }

  private static String exportLine(LocalStack stack, Region region) {
    LocalDate today = LocalDate.now(region.timeZone());
    return "pipeline/bin/otklik export --region "
        + region.id()
        + " --from "
        + today.minusDays(DAYS_OF_SAMPLE)
        + " --to "
        + today
        + " --out bi --elasticsearch "
        + stack.elasticsearch().url();
  }

  private static int send(
      LocalPipeline pipeline, Region region, Pseudonyms pseudonyms, Progress progress)
      throws IOException {
    Instant now = Instant.now();
    List<SampleRecord> sample = Sample.load(region.id(), region.timeZone(), pseudonyms, now);
    progress.doing("sending the sample: " + sample.size() + " records of a fortnight");
    try (RawRecordSender sender = new RawRecordSender(pipeline.arguments().kafka())) {
      for (SampleRecord record : sample) {
        sender.send(record.channel(), record.key(), record.bytes(), now);
      }
      sender.flush();
    }
    return sample.size();
  }

  /**
   * Waits until every record has met its fate, and its trace stands in every index; false when that
   * does not come about.
   */
  private static boolean waitForAll(
      IndexedPicture picture, Accounts before, int sent, Progress progress) throws Exception {
    long last = -1;
    long moved = System.nanoTime();
    while (true) {
      picture.refresh();
      Accounts accounts = picture.accounts();
      long received = accounts.since(before).received();
      long posts = picture.posts();
      long onMap =
          picture.heat().values().stream()
              .flatMap(row -> row.values().stream())
              .mapToLong(Long::longValue)
              .sum();
      if (received == sent && posts == accounts.indexed() && onMap == picture.citizensPosts()) {
        return true;
      }
      long now = System.nanoTime();
      if (received + posts + onMap != last) {
        last = received + posts + onMap;
        moved = now;
        progress.doing(
            received
                + " of "
                + sent
                + " records dealt with, "
                + onMap
                + " messages on the heat map");
      } else if (now - moved > GIVE_UP_NANOS) {
        progress.doing(
            "nothing has moved for five minutes: look at the jobs in Flink's web interface and at the log");
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /**
   * Waits until nothing more comes of the alerts; false when some are still waiting at the end.
   * That no alert comes is no fault: the sample may raise none.
   */
  private static boolean waitForAlerts(IndexedPicture picture, Progress progress) throws Exception {
    progress.doing("waiting for alerts");
    long started = System.nanoTime();
    long moved = started;
    Map<String, Long> last = Map.of();
    while (true) {
      picture.refresh();
      Map<String, Long> alerts = picture.alerts();
      long now = System.nanoTime();
      if (!alerts.equals(last)) {
        last = alerts;
        moved = now;
      }
      boolean waiting = alerts.containsKey(AlertDocument.WAITING);
      if (!waiting && now - moved > ALERTS_QUIET_NANOS) {
        return true;
      }
      if (now - started > ALERTS_LIMIT_NANOS) {
        return !waiting;
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** The indexed documents are counted by Elasticsearch itself, the rest by the accounts. */
  private static String summary(
      IndexedPicture picture,
      Accounts before,
      long postsBefore,
      long deliveredBefore,
      double seconds)
      throws IOException {
    Accounts accounts = picture.accounts().since(before);
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("received", accounts.received());
    summary.put("indexed", picture.posts() - postsBefore);
    summary.put("replaced", accounts.replaced());
    summary.put("duplicates", accounts.duplicates());
    summary.put("ignored", accounts.ignored());
    summary.put("deadLettered", accounts.deadLettered());
    summary.put("alerts", Map.of(AlertDocument.DELIVERED, delivered(picture) - deliveredBefore));
    summary.put("seconds", Math.round(seconds * 10) / 10.0);
    summary.put("postsPerSecond", Math.round(accounts.received() / seconds * 10) / 10.0);
    return new String(Json.bytes(summary), StandardCharsets.UTF_8);
  }

  private static long delivered(IndexedPicture picture) throws IOException {
    return picture.alerts().getOrDefault(AlertDocument.DELIVERED, 0L);
  }

  private void refreshUntilStopped(IndexedPicture picture, HeatTable table, PrintWriter out)
      throws Exception {
    Map<String, Map<String, Long>> shown = picture.heat();
    while (true) {
      Thread.sleep(2_000);
      picture.refresh();
      Map<String, Map<String, Long>> heat = picture.heat();
      if (!heat.equals(shown)) {
        shown = heat;
        out.println();
        out.println(table.render(heat));
      }
    }
  }

  private static boolean coloured() {
    return System.console() != null && System.getenv("NO_COLOR") == null;
  }
}
