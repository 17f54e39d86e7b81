package org.otklik.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
  private static final Topic POSTS = new Topic("posts", 3, Map.of("retention.ms", "1000000"));

  @TempDir Path folder;
  private EmbeddedKafka kafka;

  @BeforeEach
  void start() {
    kafka = EmbeddedKafka.start(folder, 0, Progress.silent());
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void createsTopicsOnceHoweverOftenAsked() throws Exception {
    kafka.createTopics(List.of(POSTS));
    kafka.createTopics(List.of(POSTS, new Topic("alerts", 1, Map.of())));

    try (Admin admin = admin()) {
      assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrder("posts", "alerts");
      assertThat(
              admin
                  .describeTopics(List.of("posts"))
                  .allTopicNames()
                  .get()
                  .get("posts")
                  .partitions())
          .hasSize(3);
      Eventually.is("the topic has its setting", () -> retention(admin).equals("1000000"));
    }
  }

  @Test
  void givesAnExistingTopicItsNewSettings() throws Exception {
    kafka.createTopics(List.of(POSTS));

    kafka.createTopics(List.of(new Topic("posts", 3, Map.of("retention.ms", "2000000"))));

    try (Admin admin = admin()) {
      Eventually.is("the topic has its new setting", () -> retention(admin).equals("2000000"));
    }
  }

  @Test
  void refusesToChangeTheNumberOfPartitions() {
    kafka.createTopics(List.of(POSTS));

    assertThatThrownBy(() -> kafka.createTopics(List.of(new Topic("posts", 4, Map.of()))))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("the topic posts has 3 partitions, and 4 are asked for");
  }

  @Test
  void createsNoTopicThatNobodyAskedFor() {
    try (Admin admin = admin()) {
      KafkaFuture<?> description = admin.describeTopics(List.of("misspelt")).allTopicNames();

      assertThatThrownBy(description::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  @Test
  void keepsRecordsAndItsIdWhenStartedAgain() throws Exception {
    kafka.createTopics(List.of(POSTS));
    String id = kafka.clusterId();
    send("before");
    kafka.close();

    kafka = EmbeddedKafka.start(folder, 0, Progress.silent());
    send("after");

    assertThat(kafka.clusterId()).isEqualTo(id);
    assertThat(values(2)).containsExactlyInAnyOrder("before", "after");
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  private static String retention(Admin admin) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, "posts");
    try {
      return admin
          .describeConfigs(List.of(resource))
          .all()
          .get()
          .get(resource)
          .get("retention.ms")
          .value();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void send(String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>("posts", value, value)).get();
    }
  }

  /** Reads in a consumer group, so that the topic of offsets is used too. */
  private List<String> values(int count) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "group.id",
                "test",
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of("posts"));
      Eventually.is(
          count + " records are read",
          () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            return values.size() >= count;
          });
      consumer.commitSync();
    }
    return values;
  }
}
