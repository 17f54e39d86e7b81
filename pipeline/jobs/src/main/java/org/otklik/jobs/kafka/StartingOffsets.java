package org.otklik.jobs.kafka;

import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Where a job begins to read a topic when it has no checkpoint to go on from. */
final class StartingOffsets {
  private StartingOffsets() {}

  /** Where its consumer group left off, at first at the beginning of the topic. */
  @SuppressWarnings(
      "deprecation") // Flink's connector knows no successor of Kafka's OffsetResetStrategy
  static OffsetsInitializer committedOrEarliest() {
    return OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
  }
}
