package org.otklik.local.command;

import java.nio.file.Path;
import org.otklik.local.stack.StackSettings;
import picocli.CommandLine.Option;

/** The options of the embedded stack. */
final class StackOptions {
  @Option(
      names = "--kafka-port",
      defaultValue = "" + StackSettings.KAFKA_PORT,
      description = "Kafka's port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int kafkaPort;

  @Option(
      names = "--elasticsearch-port",
      defaultValue = "" + StackSettings.ELASTICSEARCH_PORT,
      description = "Elasticsearch's port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int elasticsearchPort;

  @Option(
      names = "--flink-port",
      defaultValue = "" + StackSettings.FLINK_PORT,
      description = "Port of Flink's web interface; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int flinkPort;

  @Option(
      names = "--elasticsearch-heap",
      paramLabel = "MB",
      defaultValue = "" + StackSettings.ELASTICSEARCH_HEAP_MEGABYTES,
      description = "Greatest heap of Elasticsearch in megabytes. Default: ${DEFAULT-VALUE}.")
  private int heap;

  StackSettings settings(Path folder) {
    return new StackSettings(
        folder, kafkaPort, elasticsearchPort, flinkPort, heap, StackSettings.FLINK_SLOTS);
  }
}
