package org.otklik.jobs.index;

import java.util.function.IntSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;

/**
 * What one subtask of the sink counts. Since its start, and with {@code received} for the documents
 * that it was given or restored with: received = indexed + conflicts + rejected + waiting.
 *
 * @param sent Flink's {@code numRecordsSend}: documents sent, repetitions included
 * @param bytesSent Flink's {@code numBytesSend}: the size of their bodies and metadata
 * @param indexed documents that Elasticsearch took
 * @param conflicts documents that were done with because the index holds a newer version
 * @param rejected documents that went to {@link RejectedDocuments}
 * @param retried repetitions: one document may count many times
 */
record WriterMetrics(
    Counter sent,
    Counter bytesSent,
    Counter indexed,
    Counter conflicts,
    Counter rejected,
    Counter retried) {

  /**
   * Registers them.
   *
   * @param waiting documents buffered or in flight now
   */
  static WriterMetrics in(SinkWriterMetricGroup group, IntSupplier waiting) {
    group.gauge("waiting", (Gauge<Integer>) waiting::getAsInt);
    return new WriterMetrics(
        group.getNumRecordsSendCounter(),
        group.getNumBytesSendCounter(),
        group.counter("indexed"),
        group.counter("conflicts"),
        group.counter("rejected"),
        group.counter("retried"));
  }
}
