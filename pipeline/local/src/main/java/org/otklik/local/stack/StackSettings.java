package org.otklik.local.stack;

import java.nio.file.Path;

/**
 * What an operator can choose about the embedded stack.
 *
 * @param folder takes all data; one stack at a time
 * @param kafkaPort 0 to 65535; 0 = any free port, as for the other two
 * @param elasticsearchPort of its HTTP interface
 * @param flinkPort of its web interface
 * @param elasticsearchHeapMegabytes the greatest heap of the Elasticsearch server, at least 256
 * @param flinkSlots how many subtasks of one operator can run at once, summed over all jobs, at
 *     least 1
 */
public record StackSettings(
    Path folder,
    int kafkaPort,
    int elasticsearchPort,
    int flinkPort,
    int elasticsearchHeapMegabytes,
    int flinkSlots) {
  public static final int KAFKA_PORT = 9092;
  public static final int ELASTICSEARCH_PORT = 9200;
  public static final int FLINK_PORT = 8081;
  public static final int ELASTICSEARCH_HEAP_MEGABYTES = 1024;
  public static final int FLINK_SLOTS = 8;

  private static final int SMALLEST_HEAP = 256;
  private static final int HIGHEST_PORT = 65_535;

  public StackSettings {
    folder = folder.toAbsolutePath().normalize();
    requirePort("--kafka-port", kafkaPort);
    requirePort("--elasticsearch-port", elasticsearchPort);
    requirePort("--flink-port", flinkPort);
    requireDifferent("--kafka-port", kafkaPort, "--elasticsearch-port", elasticsearchPort);
    requireDifferent("--kafka-port", kafkaPort, "--flink-port", flinkPort);
    requireDifferent("--elasticsearch-port", elasticsearchPort, "--flink-port", flinkPort);
    if (elasticsearchHeapMegabytes < SMALLEST_HEAP) {
      throw new StackException(
          "--elasticsearch-heap is %d MB: give at least %d"
              .formatted(elasticsearchHeapMegabytes, SMALLEST_HEAP));
    }
    if (flinkSlots < 1) {
      throw new StackException("--flink-slots is %d: give at least 1".formatted(flinkSlots));
    }
  }

  /** The usual ports: 9092, 9200 and 8081. */
  public static StackSettings usual(Path folder) {
    return new StackSettings(
        folder,
        KAFKA_PORT,
        ELASTICSEARCH_PORT,
        FLINK_PORT,
        ELASTICSEARCH_HEAP_MEGABYTES,
        FLINK_SLOTS);
  }

  /** Free ports, for a stack beside another. */
  public static StackSettings onFreePorts(Path folder) {
    return new StackSettings(folder, 0, 0, 0, ELASTICSEARCH_HEAP_MEGABYTES, FLINK_SLOTS);
  }

  private static void requirePort(String option, int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new StackException(
          "%s is %d: give a number from 0 to %d".formatted(option, port, HIGHEST_PORT));
    }
  }

  private static void requireDifferent(String option, int port, String otherOption, int other) {
    if (port != 0 && port == other) {
      throw new StackException(
          "%s and %s are both %d: give each its own".formatted(option, otherOption, port));
    }
  }
}
