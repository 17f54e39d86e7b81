package org.otklik.jobs.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.otklik.jobs.Document;

@Timeout(120)
class SinkInAJobTest {
  private static final int DOCUMENTS = 4000;
  private static final AtomicBoolean FAILED = new AtomicBoolean();

  @Test
  void writesEveryDocumentThroughOutagesAndARestart() throws Exception {
    try (BulkServer server = new BulkServer()) {
      server
          .failNext(503, "unavailable_shards_exception", "starting")
          .dropNext()
          .failNext(429, "es_rejected_execution_exception", "queue is full")
          .failItemOnce("id-1234", 429, "es_rejected_execution_exception", "queue is full");
      FAILED.set(false);
      StreamExecutionEnvironment job =
          StreamExecutionEnvironment.getExecutionEnvironment(configuration());
      job.enableCheckpointing(100);
      job.fromSequence(0, DOCUMENTS - 1)
          .map(failOnce())
          .returns(Document.class)
          .sinkTo(
              new ElasticsearchSink(
                  ElasticsearchSettings.at(server.address())
                      .withLimits(50, 1_000_000, 2, 200)
                      // An answer that is lost on the way is noticed soon.
                      .withTimes(Duration.ofMillis(500), Duration.ofSeconds(10)),
                  new KeptRejections()))
          .setParallelism(2);

      job.execute();

      assertThat(FAILED).isTrue();
      assertThat(server.count()).isEqualTo(DOCUMENTS);
    }
  }

  private static MapFunction<Long, Document> failOnce() {
    return number -> {
      if (number == DOCUMENTS / 2 && FAILED.compareAndSet(false, true)) {
        throw new IllegalStateException("fails once, on purpose");
      }
      return SinkBench.post("id-" + number, number);
    };
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    return configuration;
  }
}
