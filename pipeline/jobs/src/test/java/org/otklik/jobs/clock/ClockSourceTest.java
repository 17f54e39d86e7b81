package org.otklik.jobs.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class ClockSourceTest {
  private static final Duration INTERVAL = Duration.ofMillis(50);

  @Test
  void tellsTheBeginningOfEachIntervalForEver() throws Exception {
    Instant before = Instant.now();
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1).enableCheckpointing(20);

    List<Instant> ticks =
        environment
            .fromSource(
                new ClockSource(Clock.systemUTC(), INTERVAL),
                WatermarkStrategy.forMonotonousTimestamps(),
                "clock",
                Types.INSTANT)
            .executeAndCollect(4);

    assertThat(ticks)
        .hasSize(4)
        .isSorted()
        .doesNotHaveDuplicates()
        .allSatisfy(
            tick -> assertThat(tick.toEpochMilli() % INTERVAL.toMillis()).as("rest").isZero());
    assertThat(ticks.get(0))
        .as("the present interval, at once")
        .isBetween(before.minus(INTERVAL), Instant.now());
  }
}
