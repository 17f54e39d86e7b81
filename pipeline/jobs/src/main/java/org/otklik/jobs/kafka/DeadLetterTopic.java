package org.otklik.jobs.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.DeadLetter;
import org.otklik.jobs.index.RejectedDocuments;

/**
 * The topic {@link Topics#DEAD_LETTERS}: the record's bytes as received are the value; the headers
 * {@code topic}, {@code partition}, {@code offset}, {@code stage}, {@code reason} and {@code
 * channel} say where it came from and why it lies there.
 */
public final class DeadLetterTopic {
  private DeadLetterTopic() {}

  /** Writes dead letters to the topic, at least once. */
  public static KafkaSink<DeadLetter> sink(KafkaSettings kafka) {
    return KafkaSink.<DeadLetter>builder()
        .setBootstrapServers(kafka.bootstrapServers())
        .setKafkaProducerConfig(kafka.producerProperties())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new ToRecord())
        .build();
  }

  /** Takes the documents that an index refuses. */
  public static RejectedDocuments rejectedDocuments(KafkaSettings kafka) {
    return new RejectedDocumentsToKafka(kafka);
  }

  /** A dead letter as a record of the topic. */
  static ProducerRecord<byte[], byte[]> toRecord(DeadLetter letter) {
    String origin = letter.topic() + "-" + letter.partition() + "-" + letter.offset();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topics.DEAD_LETTERS, utf8(origin), letter.value());
    Headers headers = record.headers();
    add(headers, "topic", letter.topic());
    add(headers, "partition", Integer.toString(letter.partition()));
    add(headers, "offset", Long.toString(letter.offset()));
    add(headers, "stage", letter.stage());
    add(headers, "reason", letter.reason());
    add(headers, "channel", letter.channel());
    return record;
  }

  private static void add(Headers headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, utf8(value));
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static final class ToRecord implements KafkaRecordSerializationSchema<DeadLetter> {
    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        DeadLetter letter, KafkaSinkContext context, Long timestamp) {
      return toRecord(letter);
    }
  }
}
