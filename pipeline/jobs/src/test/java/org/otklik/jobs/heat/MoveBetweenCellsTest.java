package org.otklik.jobs.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.TestPosts;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.post.PostKind;

class MoveBetweenCellsTest {
  private static final CellKey ROADS_IN_KHOLMSK = new CellKey("Холмский", "roads", TestPosts.NOON);
  private static final CellKey ENERGY_IN_KHOLMSK =
      new CellKey("Холмский", "energy", TestPosts.NOON);

  private KeyedOneInputStreamOperatorTestHarness<String, AnalyzedPost, CellChange> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new MoveBetweenCells(Duration.ofDays(1)),
            analyzed -> analyzed.post().id(),
            Types.STRING);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void putsAPostIntoTheHourInWhichItWasPublished() throws Exception {
    receive("1", 1, "roads", "Холмский", TestPosts.ONE_MINUTE_LATER);

    assertThat(changes()).containsExactly(new CellChange(ROADS_IN_KHOLMSK, 1, 0));
  }

  @Test
  void countsTheSameVersionOnlyOnce() throws Exception {
    receive("1", 1, "roads", "Холмский", TestPosts.NOON);
    receive("1", 1, "roads", "Холмский", TestPosts.NOON);

    assertThat(changes()).hasSize(1);
  }

  @Test
  void movesAPostWhoseNewerVersionBelongsElsewhere() throws Exception {
    receive("1", 1, "roads", "Холмский", TestPosts.NOON);
    receive("1", 2, "energy", "Холмский", TestPosts.NOON);

    assertThat(changes())
        .containsExactly(
            new CellChange(ROADS_IN_KHOLMSK, 1, 0),
            new CellChange(ROADS_IN_KHOLMSK, -1, 0),
            new CellChange(ENERGY_IN_KHOLMSK, 1, 0));
  }

  @Test
  void leavesAPostWhereItIsWhenItsNewerVersionBelongsThereToo() throws Exception {
    receive("1", 1, "roads", "Холмский", TestPosts.NOON);
    receive("1", 2, "roads", "Холмский", TestPosts.NOON);

    assertThat(changes()).hasSize(1);
  }

  @Test
  void ignoresAnOlderVersion() throws Exception {
    receive("1", 2, "roads", "Холмский", TestPosts.NOON);
    receive("1", 1, "energy", "Холмский", TestPosts.NOON);

    assertThat(changes()).hasSize(1);
  }

  @Test
  void countsPostsWithoutAPlaceInACellOfTheirOwn() throws Exception {
    receive("1", 1, "roads", null, TestPosts.NOON);

    assertThat(changes())
        .containsExactly(new CellChange(new CellKey(null, "roads", TestPosts.NOON), 1, 0));
  }

  @Test
  void doesNotCountOfficialReplies() throws Exception {
    AnalyzedPost reply =
        TestPosts.analyzed(
            TestPosts.post("1", "Направлено в работу", PostKind.RESPONSE, TestPosts.NOON, 1),
            "roads",
            "Холмский");
    harness.processElement(reply, 0);

    assertThat(changes()).isEmpty();
  }

  @Test
  void marksAPostThatComesAfterItsHourWasOver() throws Exception {
    harness.processWatermark(TestPosts.TWO_HOURS_LATER.toEpochMilli());
    receive("1", 1, "roads", "Холмский", TestPosts.NOON);
    receive("1", 2, "energy", "Холмский", TestPosts.NOON);

    assertThat(changes())
        .containsExactly(
            new CellChange(ROADS_IN_KHOLMSK, 1, 1),
            new CellChange(ROADS_IN_KHOLMSK, -1, -1),
            new CellChange(ENERGY_IN_KHOLMSK, 1, 1));
  }

  private void receive(
      String nativeId,
      long version,
      String theme,
      @Nullable String municipality,
      Instant publishedAt)
      throws Exception {
    harness.processElement(
        TestPosts.analyzed(
            TestPosts.post(nativeId, "текст", PostKind.POST, publishedAt, version),
            theme,
            municipality),
        publishedAt.toEpochMilli());
  }

  private List<CellChange> changes() {
    return harness.extractOutputValues();
  }
}
