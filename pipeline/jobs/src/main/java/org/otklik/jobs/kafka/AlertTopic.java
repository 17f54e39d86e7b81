package org.otklik.jobs.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.Json;
import org.otklik.jobs.Operators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic {@link Topics#ALERTS}: {@link AlertEvent}s as CloudEvents 1.0 in structured JSON; key:
 * the event's id. An event may stand in it twice: readers know it by its id.
 */
public final class AlertTopic {
  /** What CloudEvents' attribute {@code type} begins with; the event's kind follows. */
  public static final String TYPE_PREFIX = "org.otklik.";

  private static final Logger LOG = LoggerFactory.getLogger(AlertTopic.class);
  private static final Duration IDLE_AFTER = Duration.ofMinutes(1);
  private static final JsonFormat FORMAT = new JsonFormat();

  private AlertTopic() {}

  /** Writes events to the topic, at least once. */
  public static KafkaSink<AlertEvent> sink(KafkaSettings kafka) {
    return KafkaSink.<AlertEvent>builder()
        .setBootstrapServers(kafka.bootstrapServers())
        .setKafkaProducerConfig(kafka.producerProperties())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new ToRecord())
        .build();
  }

  /** Reads events from the topic; event time is when they were written. */
  public static DataStream<AlertEvent> source(
      StreamExecutionEnvironment environment, KafkaSettings kafka, String consumerGroup) {
    KafkaSource<AlertEvent> source =
        KafkaSource.<AlertEvent>builder()
            .setBootstrapServers(kafka.bootstrapServers())
            .setProperties(kafka.clientProperties())
            .setGroupId(kafka.group(consumerGroup))
            .setTopics(Topics.ALERTS)
            .setStartingOffsets(StartingOffsets.committedOrEarliest())
            .setValueOnlyDeserializer(new FromCloudEvent())
            .build();
    return Operators.named(
        "alert-events",
        environment.fromSource(
            source,
            WatermarkStrategy.<AlertEvent>forMonotonousTimestamps().withIdleness(IDLE_AFTER),
            "alert-events"));
  }

  /** The event as a CloudEvent in structured JSON; the bytes are the same for the same event. */
  public static byte[] toCloudEvent(AlertEvent event) {
    CloudEvent cloudEvent =
        CloudEventBuilder.v1()
            .withId(event.id())
            .withSource(URI.create("/otklik/" + event.region()))
            .withType(TYPE_PREFIX + event.kind())
            .withTime(event.time().atOffset(ZoneOffset.UTC))
            .withDataContentType("application/json")
            .withData(Json.bytes(event))
            .build();
    return FORMAT.serialize(cloudEvent);
  }

  /**
   * The event that a CloudEvent in structured JSON carries.
   *
   * @throws IOException when it carries none of ours
   */
  public static AlertEvent fromCloudEvent(byte[] json) throws IOException {
    try {
      CloudEvent cloudEvent = FORMAT.deserialize(json);
      AlertEvent event =
          cloudEvent == null || cloudEvent.getData() == null
              ? null
              : Json.read(cloudEvent.getData().toBytes(), AlertEvent.class);
      if (event == null) {
        throw new IOException("a CloudEvent without data");
      }
      return event;
    } catch (EventDeserializationException e) {
      throw new IOException("no CloudEvent in structured JSON", e);
    }
  }

  static final class ToRecord implements KafkaRecordSerializationSchema<AlertEvent> {
    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        AlertEvent event, KafkaSinkContext context, Long timestamp) {
      return new ProducerRecord<>(
          Topics.ALERTS, event.id().getBytes(StandardCharsets.UTF_8), toCloudEvent(event));
    }
  }

  /**
   * An event that can't be read is left out with a warning: it was written by a tool of ours, and
   * stays in the topic.
   */
  static final class FromCloudEvent implements DeserializationSchema<AlertEvent> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(byte @Nullable [] json, Collector<AlertEvent> out) {
      try {
        out.collect(fromCloudEvent(json == null ? new byte[0] : json));
      } catch (IOException e) {
        LOG.warn("an event that is none of ours was left out: {}", e.getMessage());
      }
    }

    @Override
    public AlertEvent deserialize(byte[] json) throws IOException {
      return fromCloudEvent(json);
    }

    @Override
    public boolean isEndOfStream(AlertEvent next) {
      return false;
    }

    @Override
    public TypeInformation<AlertEvent> getProducedType() {
      return TypeInformation.of(AlertEvent.class);
    }
  }
}
