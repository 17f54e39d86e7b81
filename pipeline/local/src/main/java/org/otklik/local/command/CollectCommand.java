package org.otklik.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.otklik.jobs.channel.Channel;
import org.otklik.jobs.channel.ChannelReader;
import org.otklik.jobs.channel.RecordFile;
import org.otklik.jobs.kafka.KafkaSettings;
import org.otklik.jobs.kafka.RawRecordSender;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code otklik collect}: sends a file of a channel's native records into {@code posts.raw}. */
@Command(
    name = "collect",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Sends a file of native records into Kafka.",
    description = {
      "Sends a file of native records into Kafka's topic posts.raw, each as it was received.",
      "The stack must run: see 'otklik up'."
    })
public final class CollectCommand implements Callable<Integer> {
  @Option(
      names = "--channel",
      required = true,
      paramLabel = "CHANNEL",
      completionCandidates = ChannelNames.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private String channel;

  @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
  private String file;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:9092",
      description = "Kafka's address. Default: ${DEFAULT-VALUE}.")
  private String kafka;

  @Option(
      names = "--region",
      defaultValue = "sakhalin",
      description =
          "Region whose time zone applies to dates without one. Default: ${DEFAULT-VALUE}.")
  private String region;

  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Channel from = Channel.forName(channel);
    ChannelReader reader =
        from.reader(LocalPseudonyms.ofThisRun(), configuration.region(region).timeZone());
    long started = System.nanoTime();
    long sent = 0;
    try (RecordFile records = open(from);
        RawRecordSender sender = new RawRecordSender(KafkaSettings.of(kafka));
        ProgressBar progress = new ProgressBar(System.err, "records")) {
      while (records.hasNext()) {
        byte[] record = records.next();
        Instant now = Instant.now();
        sender.send(channel, RecordKey.of(reader, record, now), record, now);
        sent++;
        progress.show(sent, part(records));
      }
      sender.flush();
    } catch (KafkaException e) {
      spec.commandLine()
          .getErr()
          .println(
              "otklik collect: Kafka at "
                  + kafka
                  + " does not take the records ("
                  + e.getMessage()
                  + "). Is the stack up ('otklik up'), and is --kafka right?");
      return ExitCode.FAILED;
    }
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%d records of channel %s sent in %.1f s%n",
            sent,
            channel,
            (System.nanoTime() - started) / 1e9);
    return 0;
  }

  private RecordFile open(Channel from) throws IOException {
    if (file.equals("-")) {
      return RecordFile.open(from, System.in);
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path) || !Files.isReadable(path)) {
      throw new UserError("there is no readable file " + path);
    }
    return RecordFile.open(from, path);
  }

  private static double part(RecordFile records) {
    OptionalLong total = records.totalBytes();
    return total.isPresent() && total.getAsLong() > 0
        ? (double) records.consumedBytes() / total.getAsLong()
        : -1;
  }
}
