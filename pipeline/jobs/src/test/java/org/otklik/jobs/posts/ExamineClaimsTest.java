package org.otklik.jobs.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.ClaimChange;
import org.otklik.jobs.TestPosts;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.PostExaminer;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.misinformation.Signal;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;

class ExamineClaimsTest {
  private static final String BRIDGE = "Мост через Лютогу закроют на ремонт на три года";
  private static final Claim CLAIM = TestPosts.claim("bridge", BRIDGE);
  private static final Duration REACH = Duration.ofHours(48);
  private static final long VERSION = TestPosts.NOON.toEpochMilli();

  private KeyedBroadcastOperatorTestHarness<String, AnalyzedPost, ClaimChange, AnalyzedPost>
      harness;

  @BeforeEach
  void open() throws Exception {
    harness = examiner(List.of());
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void comparesPostsWithTheConfiguredRegister() throws Exception {
    harness.close();
    harness = examiner(List.of(CLAIM));
    harness.open();

    receive("1", BRIDGE);

    assertThat(claimOfLast()).isEqualTo("bridge");
    assertThat(last().post().version()).isEqualTo(VERSION);
  }

  @Test
  void flagsTheNextCopyOfAClaimThatHasJustCome() throws Exception {
    change("bridge", CLAIM, TestPosts.TWO_HOURS_LATER);
    receive("1", BRIDGE);

    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(claimOfLast()).isEqualTo("bridge");
  }

  @Test
  void examinesEarlierPostsAgainAndSendsOnlyThoseOnThatChange() throws Exception {
    receive("1", BRIDGE);
    receive("2", "В Холмске на Советской яма на дороге");
    assertThat(claimOfLast()).isNull();
    change("bridge", CLAIM, TestPosts.TWO_HOURS_LATER);

    assertThat(harness.extractOutputValues()).hasSize(3);
    assertThat(claimOfLast()).isEqualTo("bridge");
    assertThat(last().post().nativeId()).isEqualTo("1");
    assertThat(last().post().version()).isEqualTo(TestPosts.TWO_HOURS_LATER.toEpochMilli());
  }

  @Test
  void forgetsPostsThatCameTooLongAgo() throws Exception {
    harness.setStateTtlProcessingTime(0);
    receive("1", BRIDGE);
    harness.setStateTtlProcessingTime(REACH.toMillis() + 1);
    change("bridge", CLAIM, TestPosts.TWO_HOURS_LATER);

    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void takesAWithdrawnClaimOffEarlierPosts() throws Exception {
    change("bridge", CLAIM, TestPosts.ONE_MINUTE_LATER);
    receive("1", BRIDGE);
    change("bridge", null, TestPosts.TWO_HOURS_LATER);

    assertThat(harness.extractOutputValues()).hasSize(2);
    assertThat(claimOfLast()).isNull();
  }

  @Test
  void ignoresAChangeThatIsReadAgainOrIsOlder() throws Exception {
    receive("1", BRIDGE);
    change("bridge", CLAIM, TestPosts.TWO_HOURS_LATER);
    change("bridge", CLAIM, TestPosts.TWO_HOURS_LATER);
    change("bridge", null, TestPosts.NOON);

    assertThat(harness.extractOutputValues()).hasSize(2);
  }

  @Test
  void knowsTheTopicsClaimsAndTheEarlierPostsAfterARestart() throws Exception {
    receive("1", BRIDGE);
    change(
        "water",
        TestPosts.claim("water", "Воду в Холмске отравили химикатами с завода"),
        TestPosts.NOON);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = examiner(List.of());
    harness.initializeState(snapshot);
    harness.open();

    receive("2", "Воду в Холмске отравили химикатами с завода");
    assertThat(claimOfLast()).isEqualTo("water");
    change("bridge", CLAIM, TestPosts.TWO_HOURS_LATER);
    assertThat(claimOfLast()).isEqualTo("bridge");
    assertThat(last().post().nativeId()).isEqualTo("1");
  }

  @Test
  void pointsOutAnEarlierPostThatAnOfficialReplyDenies() throws Exception {
    receive("1", BRIDGE);
    Post reply =
        TestPosts.post(
            "2",
            "Информация о том, что мост через Лютогу закроют на три года, не соответствует действительности.",
            PostKind.RESPONSE,
            TestPosts.TWO_HOURS_LATER,
            VERSION);
    Claim denied = new PostExaminer(List.of(), ZoneOffset.UTC).denied(reply).orElseThrow();
    change(denied.id(), denied, TestPosts.TWO_HOURS_LATER);

    assertThat(last().post().nativeId()).isEqualTo("1");
    assertThat(claimOfLast()).isNull();
    assertThat(last().analysis().misinformation().signals())
        .extracting(Signal::code)
        .contains("contradicts-answer");
  }

  private static KeyedBroadcastOperatorTestHarness<String, AnalyzedPost, ClaimChange, AnalyzedPost>
      examiner(List<Claim> register) throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        new org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator<>(
            new ExamineClaims(() -> new PostExaminer(register, ZoneOffset.UTC), REACH),
            List.of(ExamineClaims.changes())),
        post -> post.post().id(),
        Types.STRING,
        1,
        1,
        0);
  }

  private void receive(String nativeId, String text) throws Exception {
    Post post = TestPosts.post(nativeId, text, PostKind.POST, TestPosts.NOON, VERSION);
    harness.processElement(TestPosts.analyzed(post, "roads", null), VERSION);
  }

  private void change(String id, @Nullable Claim claim, Instant at) throws Exception {
    harness.processBroadcastElement(new ClaimChange(id, claim, at), 0);
  }

  private AnalyzedPost last() {
    List<AnalyzedPost> values = harness.extractOutputValues();
    return values.get(values.size() - 1);
  }

  private @Nullable String claimOfLast() {
    return last().analysis().misinformation().claimId();
  }
}
