package org.otklik.jobs.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.ClaimChange;
import org.otklik.jobs.Json;
import org.otklik.jobs.Operators;
import org.otklik.models.misinformation.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic {@link Topics#CLAIMS}: changes of the register of claims, as JSON; key: the claim's id.
 * A record without value withdraws its claim.
 */
public final class ClaimTopic {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimTopic.class);
  private static final int PATIENCE_MILLIS = 15_000;

  private ClaimTopic() {}

  /** All changes, from the beginning of the topic when the job starts without a checkpoint. */
  public static DataStream<ClaimChange> source(
      StreamExecutionEnvironment environment, KafkaSettings kafka, String consumerGroup) {
    KafkaSource<ClaimChange> source =
        KafkaSource.<ClaimChange>builder()
            .setBootstrapServers(kafka.bootstrapServers())
            .setProperties(kafka.clientProperties())
            .setGroupId(kafka.group(consumerGroup))
            .setTopics(Topics.CLAIMS)
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new FromRecord())
            .build();
    return Operators.named(
        "claims", environment.fromSource(source, WatermarkStrategy.noWatermarks(), "claims"));
  }

  /**
   * Writes claims and returns when they are durable.
   *
   * @throws KafkaException when they can't be written
   */
  public static void send(KafkaSettings kafka, List<Claim> claims) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Claim claim : claims) {
      records.add(toRecord(claim.id(), claim));
    }
    write(kafka, records);
  }

  /**
   * Withdraws a claim and returns when that is durable.
   *
   * @throws KafkaException when it can't be written
   */
  public static void withdraw(KafkaSettings kafka, String claimId) {
    write(kafka, List.of(toRecord(claimId, null)));
  }

  static ProducerRecord<byte[], byte[]> toRecord(String id, @Nullable Claim claim) {
    return new ProducerRecord<>(
        Topics.CLAIMS,
        id.getBytes(StandardCharsets.UTF_8),
        claim == null ? null : Json.bytes(claim));
  }

  private static void write(KafkaSettings kafka, List<ProducerRecord<byte[], byte[]>> records) {
    Properties properties = kafka.producerProperties();
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> written = new ArrayList<>();
      for (ProducerRecord<byte[], byte[]> record : records) {
        written.add(producer.send(record));
      }
      for (Future<RecordMetadata> record : written) {
        record.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while claims were written", e);
    } catch (ExecutionException e) {
      throw new KafkaException("claims could not be written to " + Topics.CLAIMS, e.getCause());
    }
  }

  /**
   * The newest change of each claim, in the order in which the claims first came.
   *
   * @throws KafkaException when the topic can't be read
   */
  public static List<ClaimChange> changes(KafkaSettings kafka) {
    Properties properties = kafka.clientProperties();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    Map<String, ClaimChange> newest = new LinkedHashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.CLAIMS).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          ClaimChange change = change(record);
          if (change != null) {
            newest.put(change.id(), change);
          }
        }
      }
    }
    return List.copyOf(newest.values());
  }

  /**
   * A claim that can't be read is left out with a warning: it was written by a tool of ours, and
   * stays in the topic.
   */
  static @Nullable ClaimChange change(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      LOG.warn("a claim without a key was left out");
      return null;
    }
    String id = new String(record.key(), StandardCharsets.UTF_8);
    Instant at = Instant.ofEpochMilli(record.timestamp());
    if (record.value() == null) {
      return new ClaimChange(id, null, at);
    }
    try {
      Claim claim = Json.read(record.value(), Claim.class);
      if (claim != null && claim.id().equals(id)) {
        return new ClaimChange(id, claim, at);
      }
      LOG.warn("the claim under the key {} was left out: its id is another", id);
    } catch (IOException e) {
      LOG.warn("the claim under the key {} was left out: {}", id, e.getMessage());
    }
    return null;
  }

  static final class FromRecord implements KafkaRecordDeserializationSchema<ClaimChange> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ClaimChange> out) {
      ClaimChange change = change(record);
      if (change != null) {
        out.collect(change);
      }
    }

    @Override
    public TypeInformation<ClaimChange> getProducedType() {
      return TypeInformation.of(ClaimChange.class);
    }
  }
}
