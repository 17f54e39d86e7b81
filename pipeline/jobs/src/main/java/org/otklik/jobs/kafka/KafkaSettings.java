package org.otklik.jobs.kafka;

import java.io.Serializable;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers {@code host:port}, several separated by commas
 * @param groupPrefix put before the names of consumer groups; empty for none
 * @param propertiesFile a file of further client properties (security and such), read on the
 *     machine that submits the job
 */
public record KafkaSettings(
    String bootstrapServers, String groupPrefix, @Nullable String propertiesFile)
    implements Serializable {

  /** Kafka without further properties. */
  public static KafkaSettings of(String bootstrapServers) {
    return new KafkaSettings(bootstrapServers, "otklik-", null);
  }

  /** The full name of a consumer group. */
  public String group(String name) {
    return groupPrefix + name;
  }

  /**
   * Further client properties from the file, or none.
   *
   * @throws IllegalArgumentException when the file can't be read
   */
  public Properties clientProperties() {
    Properties properties = new Properties();
    if (propertiesFile != null) {
      try (java.io.Reader reader =
          java.nio.file.Files.newBufferedReader(java.nio.file.Path.of(propertiesFile))) {
        properties.load(reader);
      } catch (java.io.IOException e) {
        throw new IllegalArgumentException(
            "the file of Kafka client properties can't be read: " + propertiesFile, e);
      }
    }
    return properties;
  }
}
