package org.otklik.jobs.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records as received to the topic {@link Topics#POSTS_RAW}: acknowledged by all replicas,
 * each written once. A record counts as sent only when {@link #flush()} has returned.
 */
public final class RawRecordSender implements AutoCloseable {
  /**
   * A little above the largest record that a reader would take, so that what is too large still
   * ends in dead letters.
   */
  public static final int LARGEST_RECORD_BYTES = 8 << 20;

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  public RawRecordSender(KafkaSettings kafka) {
    Properties properties = kafka.producerProperties();
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD_BYTES);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Hands over one record.
   *
   * @param channel the channel whose reader can read it
   * @param key the post's id, where the record can be read: versions of one post stay in order
   * @param record the bytes as received
   * @param receivedAt when it was received
   * @throws KafkaException when an earlier record could not be sent, or Kafka can't be reached
   */
  public void send(String channel, @Nullable String key, byte[] record, Instant receivedAt) {
    throwIfFailed();
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(Topics.POSTS_RAW, key == null ? null : utf8(key), record);
    message.headers().add(RawRecordTopic.CHANNEL, utf8(channel));
    message.headers().add(RawRecordTopic.RECEIVED_AT, utf8(receivedAt.toString()));
    producer.send(
        message,
        (metadata, exception) -> {
          if (exception != null) {
            failure.compareAndSet(null, exception);
          }
        });
  }

  /**
   * Waits until all that was handed over is written.
   *
   * @throws KafkaException when something could not be written
   */
  public void flush() {
    producer.flush();
    throwIfFailed();
  }

  private void throwIfFailed() {
    Exception exception = failure.get();
    if (exception != null) {
      throw new KafkaException(
          "a record could not be written to " + Topics.POSTS_RAW + ": " + exception.getMessage(),
          exception);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
