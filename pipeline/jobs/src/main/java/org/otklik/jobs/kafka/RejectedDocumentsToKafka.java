package org.otklik.jobs.kafka;

import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.DeadLetter;
import org.otklik.jobs.Document;
import org.otklik.jobs.index.RejectedDocuments;

/**
 * Writes documents that an index refuses to the topic of dead letters. Stage is {@code index},
 * topic the index's name, and the document's version stands for the offset.
 */
final class RejectedDocumentsToKafka implements RejectedDocuments {
  private static final long serialVersionUID = 1L;
  private static final int NO_PARTITION = -1;

  private final KafkaSettings kafka;
  private transient @Nullable KafkaProducer<byte[], byte[]> producer;
  private transient AtomicReference<Exception> failure;

  RejectedDocumentsToKafka(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  @Override
  public void open() {
    failure = new AtomicReference<>();
  }

  /**
   * Rejections are rare: the producer, with its thread and buffers, is made for the first of them.
   */
  private KafkaProducer<byte[], byte[]> producer() {
    if (producer == null) {
      Properties properties = kafka.producerProperties();
      producer =
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  @Override
  public void reject(Document document, String reason) throws IOException {
    DeadLetter letter =
        new DeadLetter(
            "index " + document.index(),
            NO_PARTITION,
            document.version(),
            "index",
            reason,
            null,
            document.body());
    try {
      producer()
          .send(
              DeadLetterTopic.toRecord(letter),
              (metadata, exception) -> {
                if (exception != null) {
                  failure.compareAndSet(null, exception);
                }
              });
    } catch (KafkaException e) {
      throw new IOException("a rejected document can't be written to " + Topics.DEAD_LETTERS, e);
    }
  }

  @Override
  public void flush() throws IOException {
    if (producer != null) {
      producer.flush();
    }
    Exception exception = failure.get();
    if (exception != null) {
      throw new IOException(
          "a rejected document could not be written to " + Topics.DEAD_LETTERS, exception);
    }
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close();
    }
  }
}
