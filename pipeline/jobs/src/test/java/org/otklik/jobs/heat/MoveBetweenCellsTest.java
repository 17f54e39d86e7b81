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
import org.otklik.jobs.PostMove;
import org.otklik.jobs.Standing;
import org.otklik.jobs.TestPosts;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.post.PostId;
import org.otklik.models.post.PostKind;

class MoveBetweenCellsTest {
  private KeyedOneInputStreamOperatorTestHarness<String, AnalyzedPost, PostMove> harness;

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
  void tellsWhereAPostCountsAndAsWhat() throws Exception {
    receive("1", 1, "roads", "Холмский", TestPosts.ONE_MINUTE_LATER);

    assertThat(moves())
        .containsExactly(
            new PostMove(
                PostId.of("vk", "1"),
                null,
                new Standing(
                    "Холмский",
                    "roads",
                    TestPosts.ONE_MINUTE_LATER,
                    false,
                    0,
                    false,
                    "vk|-990000003",
                    null,
                    null,
                    false)));
  }

  @Test
  void countsTheSameVersionOnlyOnce() throws Exception {
    receive("1", 1, "roads", "Холмский", TestPosts.NOON);
    receive("1", 1, "roads", "Холмский", TestPosts.NOON);

    assertThat(moves()).hasSize(1);
  }

  @Test
  void movesAPostWhoseNewerVersionBelongsElsewhere() throws Exception {
    receive("1", 1, "roads", "Холмский", TestPosts.NOON);
    receive("1", 2, "energy", "Холмский", TestPosts.NOON);

    assertThat(moves()).hasSize(2);
    assertThat(moves().get(1).before()).isEqualTo(moves().get(0).after());
    assertThat(moves().get(1).after()).extracting(Standing::theme).isEqualTo("energy");
  }

  @Test
  void tellsOfANewerVersionThatIsUrgentOrFlaggedNow() throws Exception {
    AnalyzedPost plain = TestPosts.inHolmsk(TestPosts.post("1", "Яма"));
    AnalyzedPost flagged = plain.examined(plain.post().version() + 1, TestPosts.suspicion("water"));
    harness.processElement(plain, 0);
    harness.processElement(flagged, 0);

    assertThat(moves()).extracting(move -> move.after().review()).containsExactly(false, true);
  }

  @Test
  void knowsTheHexagonsOfAPostAtASettlement() throws Exception {
    harness.processElement(TestPosts.inHolmsk(TestPosts.post("1", "Яма")), 0);

    assertThat(moves())
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.after().coarseCell()).startsWith("85");
              assertThat(move.after().fineCell()).startsWith("87");
            });
  }

  @Test
  void leavesAPostWhereItIsWhenItsNewerVersionBelongsThereToo() throws Exception {
    receive("1", 1, "roads", "Холмский", TestPosts.NOON);
    receive("1", 2, "roads", "Холмский", TestPosts.NOON);

    assertThat(moves()).hasSize(1);
  }

  @Test
  void ignoresAnOlderVersion() throws Exception {
    receive("1", 2, "roads", "Холмский", TestPosts.NOON);
    receive("1", 1, "energy", "Холмский", TestPosts.NOON);

    assertThat(moves()).hasSize(1);
  }

  @Test
  void countsPostsWithoutAPlaceToo() throws Exception {
    receive("1", 1, "roads", null, TestPosts.NOON);

    assertThat(moves())
        .singleElement()
        .satisfies(move -> assertThat(move.after().municipality()).isNull());
  }

  @Test
  void doesNotCountOfficialReplies() throws Exception {
    AnalyzedPost reply =
        TestPosts.analyzed(
            TestPosts.post("1", "Направлено в работу", PostKind.RESPONSE, TestPosts.NOON, 1),
            "roads",
            "Холмский");
    harness.processElement(reply, 0);

    assertThat(moves()).isEmpty();
  }

  @Test
  void marksAPostThatComesAfterItsHourWasOver() throws Exception {
    receive("0", 1, "roads", "Холмский", TestPosts.NOON);
    harness.processWatermark(TestPosts.TWO_HOURS_LATER.toEpochMilli());
    receive("1", 1, "roads", "Холмский", TestPosts.NOON);
    receive("0", 2, "energy", "Холмский", TestPosts.NOON);

    assertThat(moves()).extracting(move -> move.after().late()).containsExactly(false, true, true);
  }

  @Test
  void keepsAPostInTimeWhenItsNewerVersionStaysInItsCell() throws Exception {
    AnalyzedPost plain = TestPosts.inHolmsk(TestPosts.post("1", "Яма"));
    harness.processElement(plain, 0);
    harness.processWatermark(TestPosts.TWO_HOURS_LATER.toEpochMilli());
    harness.processElement(
        plain.examined(plain.post().version() + 1, TestPosts.suspicion("water")), 0);

    assertThat(moves()).extracting(move -> move.after().late()).containsExactly(false, false);
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

  private List<PostMove> moves() {
    return harness.extractOutputValues();
  }
}
