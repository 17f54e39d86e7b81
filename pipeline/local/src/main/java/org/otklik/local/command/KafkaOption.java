package org.otklik.local.command;

import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.otklik.jobs.kafka.KafkaSettings;
import picocli.CommandLine.Option;

/** The option {@code --kafka}. */
final class KafkaOption {
  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:9092",
      description = "Kafka's address. Default: ${DEFAULT-VALUE}.")
  private String address;

  KafkaSettings settings() {
    return KafkaSettings.of(address);
  }

  /** Asks Kafka something. */
  <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException e) {
      throw new NotReachable(
          "Kafka at "
              + address
              + " does not answer ("
              + e.getMessage()
              + "). Is the stack up ('otklik up'), and is --kafka right?",
          e);
    }
  }

  /** Tells Kafka something. */
  void tell(Runnable message) {
    ask(
        () -> {
          message.run();
          return true;
        });
  }
}
