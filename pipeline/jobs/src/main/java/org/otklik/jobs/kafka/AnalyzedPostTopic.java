package org.otklik.jobs.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.otklik.jobs.Json;
import org.otklik.jobs.Operators;
import org.otklik.models.analysis.AnalyzedPost;

/**
 * The topic {@link Topics#POSTS_ANALYZED}. After a failure a post may stand in it twice: readers
 * know it by id and version.
 */
public final class AnalyzedPostTopic {
  /** Posts this much older than the newest of their partition still count as in time. */
  static final Duration OUT_OF_ORDER = Duration.ofHours(1);

  /** A partition silent for so long no longer holds back event time. */
  static final Duration IDLE_AFTER = Duration.ofMinutes(1);

  private AnalyzedPostTopic() {}

  /** Writes posts to the topic, at least once. */
  public static KafkaSink<AnalyzedPost> sink(KafkaSettings kafka) {
    return KafkaSink.<AnalyzedPost>builder()
        .setBootstrapServers(kafka.bootstrapServers())
        .setKafkaProducerConfig(kafka.producerProperties())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new ToRecord())
        .build();
  }

  /**
   * Reads posts from the topic; event time is when they were published, watermarks are kept per
   * partition.
   */
  public static DataStream<AnalyzedPost> source(
      StreamExecutionEnvironment environment, KafkaSettings kafka, String consumerGroup) {
    KafkaSource<AnalyzedPost> source =
        KafkaSource.<AnalyzedPost>builder()
            .setBootstrapServers(kafka.bootstrapServers())
            .setProperties(kafka.clientProperties())
            .setGroupId(kafka.group(consumerGroup))
            .setTopics(Topics.POSTS_ANALYZED)
            .setStartingOffsets(StartingOffsets.committedOrEarliest())
            .setValueOnlyDeserializer(new FromJson())
            .build();
    WatermarkStrategy<AnalyzedPost> eventTime =
        WatermarkStrategy.<AnalyzedPost>forBoundedOutOfOrderness(OUT_OF_ORDER)
            .withTimestampAssigner(
                (analyzed, written) ->
                    // A post dated ahead must not make everyone else late.
                    Math.min(analyzed.post().publishedAt().toEpochMilli(), written))
            .withIdleness(IDLE_AFTER);
    return Operators.named(
        "analyzed-posts", environment.fromSource(source, eventTime, "analyzed-posts"));
  }

  static final class ToRecord implements KafkaRecordSerializationSchema<AnalyzedPost> {
    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        AnalyzedPost analyzed, KafkaSinkContext context, Long timestamp) {
      // Kafka's own timestamp stays the time of writing: retention goes by it, and an old post must
      // not be deleted at once.
      return new ProducerRecord<>(
          Topics.POSTS_ANALYZED,
          analyzed.post().id().getBytes(StandardCharsets.UTF_8),
          Json.bytes(analyzed));
    }
  }

  static final class FromJson implements DeserializationSchema<AnalyzedPost> {
    private static final long serialVersionUID = 1L;

    @Override
    public AnalyzedPost deserialize(byte[] json) throws IOException {
      return Json.read(json, AnalyzedPost.class);
    }

    @Override
    public boolean isEndOfStream(AnalyzedPost next) {
      return false;
    }

    @Override
    public TypeInformation<AnalyzedPost> getProducedType() {
      return TypeInformation.of(AnalyzedPost.class);
    }
  }
}
