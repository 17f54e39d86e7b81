package org.otklik.jobs.kafka;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
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

  /**
   * The properties of everything that writes: what can be received can be written on, also with the
   * headers and the analysis that it gains on its way.
   */
  public Properties producerProperties() {
    Properties properties = clientProperties();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_MESSAGE_BYTES);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    return properties;
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
      try (Reader reader = Files.newBufferedReader(Path.of(propertiesFile))) {
        properties.load(reader);
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "the file of Kafka client properties can't be read: " + propertiesFile, e);
      }
    }
    return properties;
  }
}
