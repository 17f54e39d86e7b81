package org.otklik.jobs.bursts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.Beginning;
import org.otklik.jobs.PostMove;
import org.otklik.jobs.Standing;
import org.otklik.models.bursts.BurstSettings;
import org.otklik.models.region.Region;

/** The detector in a harness, fed as a live stream feeds it: event time an hour behind. */
final class Watch implements AutoCloseable {
  private static final Duration OUT_OF_ORDER = Duration.ofHours(1);

  private final SplitByTheme split;
  private final KeyedBroadcastOperatorTestHarness<String, ThemeChange, Beginning, AlertEvent>
      harness;
  private Instant newest = Instant.MIN;

  Watch(Region region, BurstSettings settings) throws Exception {
    this(region, settings, null);
  }

  /** The detector after a restart. */
  static Watch restored(Region region, BurstSettings settings, OperatorSubtaskState snapshot)
      throws Exception {
    return new Watch(region, settings, snapshot);
  }

  private Watch(Region region, BurstSettings settings, @Nullable OperatorSubtaskState snapshot)
      throws Exception {
    split = new SplitByTheme(region.timeZone());
    harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new DetectBursts(region, Map.of("energy", "Энергетика"), settings),
                List.of(DetectBursts.BEGINNINGS)),
            ThemeChange::theme,
            Types.STRING,
            1,
            1,
            0);
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
  }

  void begin(Instant day) throws Exception {
    harness.processBroadcastElement(new Beginning(day), day.toEpochMilli());
  }

  /** A new post comes, and event time goes on behind it. */
  void live(String id, Standing post) throws Exception {
    comes(id, post);
    if (post.publishedAt().isAfter(newest)) {
      newest = post.publishedAt();
      eventTime(newest.minus(OUT_OF_ORDER));
    }
  }

  void comes(String id, Standing post) throws Exception {
    moves(id, null, post);
  }

  void moves(String id, @Nullable Standing before, Standing after) throws Exception {
    split.flatMap(
        new PostMove(id, before, after),
        new Collector<>() {
          @Override
          public void collect(ThemeChange change) {
            try {
              harness.processElement(new StreamRecord<>(change, 0));
            } catch (Exception e) {
              throw new IllegalStateException("the operator failed", e);
            }
          }

          @Override
          public void close() {}
        });
  }

  void eventTime(Instant time) throws Exception {
    Watermark watermark = new Watermark(time.toEpochMilli() - 1);
    harness.processBroadcastWatermark(watermark);
    harness.processWatermark(watermark);
  }

  List<AlertEvent> events() {
    return harness.extractOutputValues();
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(0, 0);
  }

  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) {
      throw new IllegalStateException("the harness can't be closed", e);
    }
  }
}
