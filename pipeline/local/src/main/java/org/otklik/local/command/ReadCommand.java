package org.otklik.local.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.otklik.jobs.Json;
import org.otklik.jobs.channel.Channel;
import org.otklik.jobs.channel.ChannelReader;
import org.otklik.jobs.channel.Reading;
import org.otklik.jobs.channel.RecordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otklik read}: shows what a channel's reader makes of native records. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Shows what a channel's reader makes of records.",
    description = {
      "Reads native records of a channel on standard input, one per line, and writes one JSON line for each:",
      "  {\"outcome\":\"post|ignored|dead-letter\",\"reason\":…,\"post\":{…}}",
      "A page or an export that holds several records yields one line for each of them. Nothing is sent anywhere."
    })
public final class ReadCommand implements Callable<Integer> {
  @Option(
      names = "--channel",
      required = true,
      paramLabel = "CHANNEL",
      completionCandidates = ChannelNames.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private String channel;

  @Option(
      names = "--region",
      defaultValue = "sakhalin",
      description =
          "Region whose time zone applies to dates without one. Default: ${DEFAULT-VALUE}.")
  private String region;

  @Mixin private ConfigurationOption configuration;

  @Override
  public Integer call() throws IOException {
    Channel from = Channel.forName(channel);
    ChannelReader reader =
        from.reader(LocalPseudonyms.ofThisRun(), configuration.region(region).timeZone());
    OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
    try (RecordFile records = RecordFile.open(from, System.in)) {
      while (records.hasNext()) {
        for (Reading reading : reader.read(records.next(), Instant.now().toEpochMilli())) {
          out.write(Json.bytes(line(reading)));
          out.write('\n');
        }
        out.flush(); // whoever types or pipes slowly sees each answer at once
      }
    }
    out.flush();
    return 0;
  }

  private static ObjectNode line(Reading reading) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("outcome", reading.outcome().code());
    line.put("reason", reading.reason());
    line.set("post", Json.mapper().valueToTree(reading.post()));
    return line;
  }
}
