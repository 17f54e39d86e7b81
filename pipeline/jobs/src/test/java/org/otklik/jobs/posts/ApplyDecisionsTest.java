package org.otklik.jobs.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.Decision;
import org.otklik.jobs.TestPosts;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.Review;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostId;
import org.otklik.models.post.PostKind;

class ApplyDecisionsTest {
  private static final long FIRST = TestPosts.NOON.toEpochMilli();
  private static final long DECIDED = TestPosts.TWO_HOURS_LATER.toEpochMilli();

  private KeyedTwoInputStreamOperatorTestHarness<String, AnalyzedPost, Decision, AnalyzedPost>
      harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedCoProcessFunction(
            new ApplyDecisions(Duration.ofDays(1)),
            post -> post.post().id(),
            Decision::subject,
            Types.STRING);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void letsAPostPassAsItIsWhileNobodyHasDecided() throws Exception {
    receive(FIRST);

    assertThat(last().theme()).isEqualTo("roads");
    assertThat(last().post().version()).isEqualTo(FIRST);
  }

  @Test
  void sendsACorrectedPostOnOnceMoreUnderAHigherVersion() throws Exception {
    receive(FIRST);
    decide("energy", TestPosts.TWO_HOURS_LATER);

    assertThat(harness.extractOutputValues()).hasSize(2);
    assertThat(last().theme()).isEqualTo("energy");
    assertThat(last().analysis().theme()).isEqualTo("roads");
    assertThat(last().correction().by()).isEqualTo("duty");
    assertThat(last().post().version()).isEqualTo(DECIDED);
  }

  @Test
  void holdsTheCorrectionForLaterVersionsOfThePost() throws Exception {
    receive(FIRST);
    decide("energy", TestPosts.TWO_HOURS_LATER);
    receive(FIRST + 1);

    assertThat(last().theme()).isEqualTo("energy");
    assertThat(last().post().version()).isEqualTo(DECIDED + 1);
  }

  @Test
  void appliesADecisionThatCameBeforeItsPost() throws Exception {
    decide("energy", TestPosts.TWO_HOURS_LATER);
    assertThat(harness.extractOutputValues()).isEmpty();
    receive(FIRST);

    assertThat(last().theme()).isEqualTo("energy");
  }

  @Test
  void returnsToTheModelsThemeWhenTheCorrectionIsTakenBack() throws Exception {
    receive(FIRST);
    decide("energy", TestPosts.TWO_HOURS_LATER);
    decide(null, TestPosts.TWO_HOURS_LATER.plusSeconds(60));

    assertThat(last().theme()).isEqualTo("roads");
    assertThat(last().correction()).isNull();
    assertThat(last().post().version()).isEqualTo(DECIDED + 60_000);
  }

  @Test
  void ignoresADecisionThatIsReadAgainOrIsOlder() throws Exception {
    receive(FIRST);
    decide("energy", TestPosts.TWO_HOURS_LATER);
    decide("energy", TestPosts.TWO_HOURS_LATER);
    decide("tourism", TestPosts.NOON);

    assertThat(harness.extractOutputValues()).hasSize(2);
  }

  @Test
  void putsAReviewBesideTheThemeAndKeepsWhatItWasDecidedOn() throws Exception {
    receive(FIRST);
    decide("energy", TestPosts.TWO_HOURS_LATER);
    review(Review.NOT_A_CLAIM, TestPosts.TWO_HOURS_LATER.plusSeconds(1));

    assertThat(last().theme()).isEqualTo("energy");
    assertThat(last().review().state()).isEqualTo(Review.NOT_A_CLAIM);
    assertThat(last().post().version()).isEqualTo(DECIDED + 1_000);
    assertThat(harness.getSideOutput(ApplyDecisions.EVIDENCE)).hasSize(1);
  }

  @Test
  void keepsEvidenceOnceAlsoWhenTheReviewCameBeforeThePost() throws Exception {
    review(Review.CONFIRMED, TestPosts.TWO_HOURS_LATER);
    receive(FIRST);
    receive(FIRST + 1);

    assertThat(last().review().by()).isEqualTo("duty");
    assertThat(harness.getSideOutput(ApplyDecisions.EVIDENCE)).hasSize(1);
  }

  private void review(String state, Instant at) throws Exception {
    harness.processElement2(
        new Decision(Decision.REVIEW, PostId.of("vk", "1"), state, "duty", "because", at), 0);
  }

  private void receive(long version) throws Exception {
    Post post = TestPosts.post("1", "текст", PostKind.POST, TestPosts.NOON, version);
    harness.processElement1(TestPosts.analyzed(post, "roads", "Холмский"), FIRST);
  }

  private void decide(@Nullable String theme, Instant at) throws Exception {
    harness.processElement2(
        new Decision(Decision.THEME_CORRECTION, PostId.of("vk", "1"), theme, "duty", null, at), 0);
  }

  private AnalyzedPost last() {
    var values = harness.extractOutputValues();
    return values.get(values.size() - 1);
  }
}
