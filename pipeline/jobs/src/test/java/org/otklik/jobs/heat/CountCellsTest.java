package org.otklik.jobs.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.Beginning;
import org.otklik.jobs.Standing;
import org.otklik.jobs.TestPosts;

class CountCellsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Sakhalin");
  private static final CellKey CELL = cell(TestPosts.NOON);
  private static final Duration WEEK = Duration.ofDays(7);

  private KeyedBroadcastOperatorTestHarness<String, CellChange, Beginning, CellReading> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  private static KeyedBroadcastOperatorTestHarness<String, CellChange, Beginning, CellReading>
      harness() throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new CountCells(ZONE, Duration.ofDays(400)), List.of(CountCells.BEGINNINGS)),
        change -> change.cell().series(),
        Types.STRING,
        1,
        1,
        0);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void tellsACellOnceHoweverManyChangesCameInThePause() throws Exception {
    change(CELL, null, post("vk|1", true, 2, true));
    change(CELL, null, post("vk|1", false, 0, false));
    change(CELL, null, post("vk|2", true, 0, false));
    pause();

    assertThat(harness.extractOutputValues())
        .singleElement()
        .satisfies(
            reading -> {
              assertThat(reading.cell().messages()).isEqualTo(3);
              assertThat(reading.cell().problems()).isEqualTo(2);
              assertThat(reading.cell().urgent()).isEqualTo(1);
              assertThat(reading.cell().review()).isEqualTo(1);
              assertThat(reading.cell().distinctCommunities()).isEqualTo(2);
              assertThat(reading.usual()).isNull();
              assertThat(reading.version()).isEqualTo(3);
            });
  }

  @Test
  void takesBackWhatAPostAddedAndForgetsACommunityWithItsLastPost() throws Exception {
    change(CELL, null, post("vk|1", true, 2, true));
    change(CELL, null, post("vk|2", false, 0, false));
    change(CELL, post("vk|1", true, 2, true), null);
    pause();

    HeatCell cell = last().cell();
    assertThat(cell.messages()).isEqualTo(1);
    assertThat(cell.problems() + cell.urgent() + cell.review()).isZero();
    assertThat(cell.communities()).containsOnlyKeys("vk|2");
  }

  @Test
  void countsAPostThatStaysButBecameUrgent() throws Exception {
    change(CELL, null, post("vk|1", false, 0, false));
    change(CELL, post("vk|1", false, 0, false), post("vk|1", false, 3, false));
    pause();

    assertThat(last().cell().messages()).isEqualTo(1);
    assertThat(last().cell().urgent()).isEqualTo(1);
  }

  @Test
  void comparesWithTheMeanOfTheWeeksThatAreKnown() throws Exception {
    begin(TestPosts.NOON.minus(WEEK.multipliedBy(2)));
    change(cell(TestPosts.NOON.minus(WEEK)), null, anyPost());
    change(CELL, null, anyPost());
    pause();

    assertThat(last(CELL).usual()).isEqualTo(0.5);
  }

  @Test
  void comparesWithNothingBeforeOneWholeWeek() throws Exception {
    begin(TestPosts.NOON.minus(WEEK).plusSeconds(3_600));
    change(cell(TestPosts.NOON.minus(WEEK)), null, anyPost());
    change(CELL, null, anyPost());
    pause();

    assertThat(last(CELL).usual()).isNull();
  }

  @Test
  void tellsLaterCellsAgainWhenAPastOneChanges() throws Exception {
    begin(TestPosts.NOON.minus(WEEK.multipliedBy(8)));
    change(CELL, null, anyPost());
    pause();
    long version = last().version();
    change(cell(TestPosts.NOON.minus(WEEK.multipliedBy(4))), null, anyPost());
    pause();

    assertThat(harness.extractOutputValues()).hasSize(3);
    assertThat(readingsOf(CELL)).extracting(CellReading::usual).containsExactly(0.0, 0.25);
    assertThat(readingsOf(CELL).get(1).version()).isGreaterThan(version);
  }

  @Test
  void tellsCellsAgainWhenMoreWeeksAreKnown() throws Exception {
    begin(TestPosts.NOON.minus(WEEK));
    change(CELL, null, anyPost());
    change(cell(TestPosts.NOON.minus(WEEK)), null, anyPost());
    pause();
    begin(TestPosts.NOON.minus(WEEK.multipliedBy(2)));

    assertThat(readingsOf(CELL)).extracting(CellReading::usual).containsExactly(1.0, 0.5);
    assertThat(readingsOf(CELL)).extracting(CellReading::version).containsExactly(3L, 4L);
  }

  @Test
  void reachesTheSameVersionInWhateverOrderChangesCome() throws Exception {
    CellKey past = cell(TestPosts.NOON.minus(WEEK));
    change(past, null, anyPost());
    change(CELL, null, anyPost());
    begin(TestPosts.NOON.minus(WEEK));
    pause();
    CellReading one = last(CELL);
    harness.close();
    open();
    begin(TestPosts.NOON.minus(WEEK));
    change(CELL, null, anyPost());
    pause();
    change(past, null, anyPost());
    pause();

    assertThat(last(CELL)).isEqualTo(one);
  }

  @Test
  void tellsWhatWasLeftUntoldBeforeARestart() throws Exception {
    begin(TestPosts.NOON.minus(WEEK));
    change(CELL, null, anyPost());
    OperatorSubtaskState snapshot = harness.snapshot(0, 0);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    harness.setProcessingTime(2 * CountCells.PAUSE.toMillis());

    assertThat(last().cell().messages()).isEqualTo(1);
    assertThat(last().usual()).isZero();
  }

  @Test
  void tellsEverythingAtTheEndOfABoundedStream() throws Exception {
    change(CELL, null, anyPost());
    harness.processBroadcastWatermark(Watermark.MAX_WATERMARK);
    harness.processWatermark(Watermark.MAX_WATERMARK);

    assertThat(last().cell().messages()).isEqualTo(1);
  }

  @Test
  void keepsPlacesApart() throws Exception {
    CellKey unplaced = new CellKey(CellKey.HOUR, null, "roads", TestPosts.NOON);
    change(CELL, null, anyPost());
    change(unplaced, null, anyPost());
    pause();

    assertThat(harness.extractOutputValues())
        .extracting(reading -> reading.cell().messages())
        .containsExactly(1, 1);
  }

  private static CellKey cell(Instant hour) {
    return new CellKey(CellKey.HOUR, "Холмский", "roads", hour);
  }

  private static Standing anyPost() {
    return post("vk|1", false, 0, false);
  }

  private static Standing post(
      @Nullable String community, boolean problem, int urgency, boolean review) {
    return new Standing(
        "Холмский",
        "roads",
        TestPosts.NOON,
        problem,
        urgency,
        review,
        community,
        null,
        null,
        false);
  }

  private void change(CellKey cell, @Nullable Standing leaves, @Nullable Standing comes)
      throws Exception {
    harness.processElement(new StreamRecord<>(new CellChange(cell, leaves, comes), 0));
  }

  private void begin(Instant day) throws Exception {
    harness.processBroadcastElement(new Beginning(day), 0);
  }

  private void pause() throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + CountCells.PAUSE.toMillis());
  }

  private CellReading last() {
    List<CellReading> told = harness.extractOutputValues();
    return told.get(told.size() - 1);
  }

  private CellReading last(CellKey cell) {
    List<CellReading> told = readingsOf(cell);
    return told.get(told.size() - 1);
  }

  private List<CellReading> readingsOf(CellKey cell) {
    return harness.extractOutputValues().stream()
        .filter(reading -> reading.cell().cell().equals(cell))
        .toList();
  }
}
