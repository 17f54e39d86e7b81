package org.otklik.jobs.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Document;

/**
 * The sink in Flink's operator harness: the clock stands still, and answers are taken one by one,
 * when the test says so.
 */
final class SinkBench implements AutoCloseable {
  /** What tests that don't care about a document put into it. */
  static final String BODY = "{\"text\":\"лифт не работает\"}";

  private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
  private final MockEnvironment environment;
  private final OneInputStreamOperatorTestHarness<Document, CommittableMessage<Void>> harness;

  SinkBench(ElasticsearchSettings settings) throws Exception {
    this(settings, null);
  }

  /**
   * @param restored a checkpoint of another bench to begin with
   */
  SinkBench(ElasticsearchSettings settings, @Nullable OperatorSubtaskState restored)
      throws Exception {
    KeptRejections.CALLS.clear();
    environment =
        new MockEnvironmentBuilder()
            .setJobID(new JobID())
            .setMetricGroup(
                new InterceptingTaskMetricGroup() {
                  @Override
                  public InternalOperatorMetricGroup getOrAddOperator(
                      OperatorID id, String name, Map<String, String> variables) {
                    return metrics;
                  }
                })
            .build();
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new SinkWriterOperatorFactory<Document, Void>(
                new ElasticsearchSink(settings, new KeptRejections())),
            environment);
    harness.setup();
    if (restored != null) {
      harness.initializeState(restored);
    }
    harness.open();
  }

  static Document post(String id, long version) {
    return new Document("posts", id, version, BODY.getBytes(UTF_8));
  }

  void write(Document... documents) throws Exception {
    for (Document document : documents) {
      harness.processElement(document, 0);
    }
  }

  /** Lets time pass, in milliseconds; timers that fall due fire. */
  void pass(long millis) throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + millis);
  }

  /** Waits for one answer of the server and lets the sink take it. */
  void takeAnswer() throws Exception {
    harness.getTaskMailbox().take(0).run();
  }

  OperatorSubtaskState checkpoint(long id) throws Exception {
    harness.prepareSnapshotPreBarrier(id);
    return harness.snapshot(id, id);
  }

  void endInput() throws Exception {
    harness.endInput();
  }

  long counter(String name) {
    return ((Counter) metrics.get(name)).getCount();
  }

  /** How many documents are buffered or in flight. */
  int waiting() {
    return (Integer) ((Gauge<?>) metrics.get("waiting")).getValue();
  }

  @Override
  public void close() {
    try {
      harness.close();
      environment.close();
    } catch (Exception e) {
      throw new AssertionError("the sink can't be closed", e);
    }
  }
}
