package org.otklik.jobs.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Operators;
import org.otklik.jobs.RawRecord;

/** The topic {@link Topics#POSTS_RAW}: its headers, and the source that reads it. */
public final class RawRecordTopic {
  /** Header with the channel's name. */
  static final String CHANNEL = "channel";

  /** Header with the time of receipt, ISO-8601. */
  static final String RECEIVED_AT = "received-at";

  private RawRecordTopic() {}

  /**
   * The records of the topic from where the consumer group left off, at first from the beginning.
   */
  public static DataStream<RawRecord> source(
      StreamExecutionEnvironment environment, KafkaSettings kafka, String consumerGroup) {
    KafkaSource<RawRecord> source =
        KafkaSource.<RawRecord>builder()
            .setBootstrapServers(kafka.bootstrapServers())
            .setProperties(kafka.clientProperties())
            .setGroupId(kafka.group(consumerGroup))
            .setTopics(Topics.POSTS_RAW)
            .setStartingOffsets(StartingOffsets.committedOrEarliest())
            .setDeserializer(new FromRecord())
            .build();
    // Nothing in this job waits for event time: it is told to the next one by the timestamps of
    // posts.analyzed.
    return Operators.named(
        "raw-posts", environment.fromSource(source, WatermarkStrategy.noWatermarks(), "raw-posts"));
  }

  /** From a record of Kafka to ours; missing headers are no error here, the reader says so. */
  static final class FromRecord implements KafkaRecordDeserializationSchema<RawRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
      out.collect(
          new RawRecord(
              header(record, CHANNEL),
              receivedAt(record),
              record.value() == null ? new byte[0] : record.value(),
              record.topic(),
              record.partition(),
              record.offset()));
    }

    private static Instant receivedAt(ConsumerRecord<byte[], byte[]> record) {
      String stated = header(record, RECEIVED_AT);
      if (stated != null) {
        try {
          return Instant.parse(stated);
        } catch (java.time.format.DateTimeParseException e) {
          return Instant.ofEpochMilli(record.timestamp()); // Kafka's own time of arrival
        }
      }
      return Instant.ofEpochMilli(record.timestamp());
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
      Header header = record.headers().lastHeader(name);
      return header == null || header.value() == null
          ? null
          : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
      return TypeInformation.of(RawRecord.class);
    }
  }
}
