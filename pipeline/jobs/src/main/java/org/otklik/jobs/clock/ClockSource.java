package org.otklik.jobs.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Operators;

/**
 * Tells the time, for ever: the beginning of each interval, the present one at once. By it
 * operators notice what does not arrive, and how old is what does; in tests a list of instants
 * takes its place.
 *
 * <p>It has nothing to divide and nothing to remember. After a restart it goes on with the present,
 * so what stood still in between shows as a gap, and the interval in which it restarts may be told
 * twice.
 */
public final class ClockSource
    implements Source<Instant, ClockSource.NoSplit, ClockSource.NoCheckpoint> {
  private static final long serialVersionUID = 1L;

  /** How often the jobs are told the time. */
  public static final Duration EVERY = Duration.ofMinutes(1);

  private final Clock clock;
  private final long intervalMillis;

  ClockSource(Clock clock, Duration interval) {
    this.clock = clock;
    this.intervalMillis = interval.toMillis();
  }

  /** The time once a minute; event time is the time told. */
  public static DataStream<Instant> ticks(StreamExecutionEnvironment environment) {
    return Operators.named(
        "clock",
        environment
            .fromSource(
                new ClockSource(Clock.systemUTC(), EVERY),
                WatermarkStrategy.forMonotonousTimestamps(),
                "clock",
                Types.INSTANT)
            .setParallelism(1));
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<Instant, NoSplit> createReader(SourceReaderContext context) {
    return new Reader();
  }

  @Override
  public SplitEnumerator<NoSplit, NoCheckpoint> createEnumerator(
      SplitEnumeratorContext<NoSplit> context) {
    return new Enumerator();
  }

  @Override
  public SplitEnumerator<NoSplit, NoCheckpoint> restoreEnumerator(
      SplitEnumeratorContext<NoSplit> context, NoCheckpoint checkpoint) {
    return new Enumerator();
  }

  @Override
  public SimpleVersionedSerializer<NoSplit> getSplitSerializer() {
    return new Empty<>(new NoSplit());
  }

  @Override
  public SimpleVersionedSerializer<NoCheckpoint> getEnumeratorCheckpointSerializer() {
    return new Empty<>(new NoCheckpoint());
  }

  /** Time is not divided. */
  public record NoSplit() implements SourceSplit {
    @Override
    public String splitId() {
      return "time";
    }
  }

  /** Time is not remembered. */
  public record NoCheckpoint() {}

  private final class Reader implements SourceReader<Instant, NoSplit> {
    private long told;

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<Instant> out) {
      long now = clock.millis();
      long tick = now - Math.floorMod(now, intervalMillis);
      if (tick > told) {
        told = tick;
        out.collect(Instant.ofEpochMilli(tick), tick);
      }
      return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      long wait = told + intervalMillis - clock.millis();
      return new CompletableFuture<@Nullable Void>()
          .completeOnTimeout(null, Math.max(0, wait), TimeUnit.MILLISECONDS);
    }

    @Override
    public List<NoSplit> snapshotState(long checkpointId) {
      return List.of();
    }

    @Override
    public void addSplits(List<NoSplit> splits) {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
  }

  private static final class Enumerator implements SplitEnumerator<NoSplit, NoCheckpoint> {
    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, @Nullable String host) {}

    @Override
    public void addSplitsBack(List<NoSplit> splits, int subtask) {}

    @Override
    public void addReader(int subtask) {}

    @Override
    public NoCheckpoint snapshotState(long checkpointId) {
      return new NoCheckpoint();
    }

    @Override
    public void close() {}
  }

  /** Writes nothing, reads the one value. */
  private record Empty<T>(T value) implements SimpleVersionedSerializer<T> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(T unused) {
      return new byte[0];
    }

    @Override
    public T deserialize(int version, byte[] unused) {
      return value;
    }
  }
}
