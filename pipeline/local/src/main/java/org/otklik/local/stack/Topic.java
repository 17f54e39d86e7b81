package org.otklik.local.stack;

import java.util.Map;

/**
 * A topic as it should be.
 *
 * @param name its name
 * @param partitions how many it has, at least 1
 * @param config its settings by Kafka's names, for example {@code retention.ms}; what is not named
 *     has the broker's default
 */
public record Topic(String name, int partitions, Map<String, String> config) {
  public Topic {
    if (name.isBlank() || partitions < 1) {
      throw new IllegalArgumentException(
          "a topic needs a name and at least one partition: " + name + ", " + partitions);
    }
    config = Map.copyOf(config);
  }
}
