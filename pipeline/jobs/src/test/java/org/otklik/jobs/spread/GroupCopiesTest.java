package org.otklik.jobs.spread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.TestPosts;
import org.otklik.models.analysis.Analysis;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.place.Place;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostId;
import org.otklik.models.post.PostKind;
import org.otklik.models.topic.ThemeScore;

class GroupCopiesTest {
  private static final Duration COPY_MEMORY = Duration.ofDays(7);
  private static final String RUMOUR =
      "с понедельник вода отключить весь город на два неделя запас не быть передать другой";
  private static final String NEAR_COPY = RUMOUR.replace("передать", "сказать") + " срочно";

  private KeyedOneInputStreamOperatorTestHarness<String, AnalyzedPost, SpreadChange> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void putsANearCopyIntoTheNarrativeOfTheFirst() throws Exception {
    receive("1", RUMOUR, 1);
    receive("2", NEAR_COPY, 1);
    receive("3", "в наш дом третий день нет холодный вода когда она дать", 1);

    assertThat(narratives()).containsExactly(id("1"), id("1"), id("3"));
  }

  @Test
  void countsAPostOnceHoweverOftenItIsRead() throws Exception {
    receive("1", RUMOUR, 1);
    receive("1", RUMOUR, 1);
    receive("1", RUMOUR, 2);

    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void movesAPostWhoseNewerVersionRepeatsAClaim() throws Exception {
    AnalyzedPost post = post("1", RUMOUR, PostKind.POST, 1);
    harness.processElement(post, 0);
    harness.processElement(post.examined(2, TestPosts.suspicion("water")), 0);

    assertThat(harness.extractOutputValues())
        .extracting(change -> change.subject().kind() + " " + change.posts())
        .containsExactly("narrative 1", "narrative -1", "narrative 1", "claim 1");
  }

  @Test
  void leavesOfficialRepliesAndShortTextsAlone() throws Exception {
    harness.processElement(post("1", RUMOUR, PostKind.RESPONSE, 1), 0);
    receive("2", "спасибо за помощь", 1);

    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void beginsANewNarrativeWhenTheOldOneHasWaitedTooLong() throws Exception {
    harness.setStateTtlProcessingTime(0);
    receive("1", RUMOUR, 1);
    harness.setStateTtlProcessingTime(COPY_MEMORY.toMillis() + 1);
    receive("2", RUMOUR, 1);

    assertThat(narratives()).containsExactly(id("1"), id("2"));
  }

  @Test
  void knowsTheNarrativesAfterARestart() throws Exception {
    receive("1", RUMOUR, 1);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    receive("1", RUMOUR, 1);
    receive("2", NEAR_COPY, 1);

    assertThat(narratives()).containsExactly(id("1"));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, AnalyzedPost, SpreadChange>
      harness() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new GroupCopies(COPY_MEMORY, Duration.ofDays(120))),
        unused -> "all",
        Types.STRING);
  }

  private void receive(String nativeId, String lemmas, long version) throws Exception {
    harness.processElement(post(nativeId, lemmas, PostKind.POST, version), 0);
  }

  private static AnalyzedPost post(String nativeId, String lemmas, PostKind kind, long version) {
    Post post = TestPosts.post(nativeId, lemmas, kind, TestPosts.NOON, version);
    return AnalyzedPost.of(
        post,
        new Analysis(
            "roads",
            0.8,
            List.of(new ThemeScore("roads", 0.8)),
            null,
            null,
            null,
            null,
            null,
            lemmas,
            Place.UNKNOWN));
  }

  private List<String> narratives() {
    return harness.extractOutputValues().stream().map(change -> change.subject().id()).toList();
  }

  private static String id(String nativeId) {
    return PostId.of("vk", nativeId);
  }
}
