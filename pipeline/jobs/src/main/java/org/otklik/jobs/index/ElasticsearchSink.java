package org.otklik.jobs.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.otklik.jobs.Document;

/**
 * Writes documents into Elasticsearch, each at least once, and never an older version over a newer
 * one.
 *
 * <p>It waits for as long as Elasticsearch is overloaded or away; it hands over what Elasticsearch
 * will never take, and it fails the job only with {@link ElasticsearchFailure}, when somebody has
 * to do something.
 *
 * <p>Settings, entries and the form of the state are those of Flink's {@link AsyncSinkBase}, but
 * the writer is our own: {@code AsyncSinkWriter} repeats without delay, its flush timer holds the
 * task's thread until the buffer is empty (with Elasticsearch away: no record, no checkpoint), it
 * awaits all requests before each checkpoint, and it fails on a document above its size limit.
 */
public final class ElasticsearchSink extends AsyncSinkBase<Document, DocumentWrite> {
  private static final long serialVersionUID = 1L;

  private final ElasticsearchSettings settings;
  private final RejectedDocuments rejectedDocuments;

  /**
   * @param settings where to and how much at once
   * @param rejectedDocuments takes what Elasticsearch will never accept
   */
  public ElasticsearchSink(ElasticsearchSettings settings, RejectedDocuments rejectedDocuments) {
    super(
        (document, context) -> DocumentWrite.of(document),
        settings.maxBatchSize(),
        settings.maxInFlight(),
        settings.maxBuffered(),
        settings.maxBatchBytes(),
        settings.flushInterval().toMillis(),
        Integer.MAX_VALUE);
    this.settings = settings;
    this.rejectedDocuments = rejectedDocuments;
  }

  @Override
  public SinkWriter<Document> createWriter(WriterInitContext context) throws IOException {
    return restoreWriter(context, List.of());
  }

  @Override
  public StatefulSinkWriter<Document, BufferedRequestState<DocumentWrite>> restoreWriter(
      WriterInitContext context, Collection<BufferedRequestState<DocumentWrite>> recovered)
      throws IOException {
    rejectedDocuments.open();
    return new DocumentWriter(settings, rejectedDocuments, context, recovered);
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<DocumentWrite>> getWriterStateSerializer() {
    return new DocumentWriteSerializer();
  }
}
