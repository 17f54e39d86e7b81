package org.otklik.local.command;

import org.otklik.local.LocalPipeline;
import org.otklik.local.stack.LocalStack;

/** Where to look while the stack runs. */
final class Addresses {
  private Addresses() {}

  static String of(LocalStack stack, LocalPipeline pipeline) {
    return String.join(
        System.lineSeparator(),
        "Kafka:          " + pipeline.arguments().kafka().bootstrapServers(),
        "Elasticsearch:  "
            + stack.elasticsearch().url()
            + "  (indices posts, heat, channels, claims, evidence, alerts)",
        "Flink:          " + stack.flink().webUrl());
  }
}
