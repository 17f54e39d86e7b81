package org.otklik.jobs.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.otklik.jobs.Decision;
import org.otklik.jobs.Json;
import org.otklik.jobs.Operators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic {@link Topics#DECISIONS}: what the staff have decided, as JSON; key: the subject. */
public final class DecisionTopic {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionTopic.class);

  private DecisionTopic() {}

  /**
   * All decisions, from the beginning of the topic when the job starts without a checkpoint: they
   * must not be forgotten.
   */
  public static DataStream<Decision> source(
      StreamExecutionEnvironment environment, KafkaSettings kafka, String consumerGroup) {
    KafkaSource<Decision> source =
        KafkaSource.<Decision>builder()
            .setBootstrapServers(kafka.bootstrapServers())
            .setProperties(kafka.clientProperties())
            .setGroupId(kafka.group(consumerGroup))
            .setTopics(Topics.DECISIONS)
            .setStartingOffsets(
                org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer
                    .earliest())
            .setValueOnlyDeserializer(new FromJson())
            .build();
    return Operators.named(
        "decisions", environment.fromSource(source, WatermarkStrategy.noWatermarks(), "decisions"));
  }

  /**
   * Writes one decision and returns when it is durable.
   *
   * @throws KafkaException when it can't be written
   */
  public static void send(KafkaSettings kafka, Decision decision) {
    Properties properties = kafka.producerProperties();
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.DECISIONS,
                  decision.subject().getBytes(StandardCharsets.UTF_8),
                  Json.bytes(decision)))
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while a decision was written", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new KafkaException(
          "a decision could not be written to " + Topics.DECISIONS, e.getCause());
    }
  }

  /**
   * A decision that can't be read is left out with a warning: it was written by a tool of ours, and
   * stays in the topic.
   */
  static final class FromJson implements DeserializationSchema<Decision> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(byte[] json, Collector<Decision> out) {
      try {
        Decision decision = Json.read(json, Decision.class);
        if (decision.type() != null
            && decision.subject() != null
            && decision.by() != null
            && decision.at() != null) {
          out.collect(decision);
          return;
        }
        LOG.warn("a decision without type, subject, by or at was left out");
      } catch (IOException e) {
        LOG.warn(
            "a decision that is no JSON of ours was left out: {}", e.getClass().getSimpleName());
      }
    }

    @Override
    public Decision deserialize(byte[] json) throws IOException {
      return Json.read(json, Decision.class);
    }

    @Override
    public boolean isEndOfStream(Decision next) {
      return false;
    }

    @Override
    public TypeInformation<Decision> getProducedType() {
      return TypeInformation.of(Decision.class);
    }
  }
}
