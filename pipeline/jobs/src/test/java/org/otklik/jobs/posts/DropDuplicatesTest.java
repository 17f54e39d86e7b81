package org.otklik.jobs.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.TestPosts;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;

class DropDuplicatesTest {
  private static final Duration MEMORY = Duration.ofDays(1);
  private static final long FIRST = TestPosts.NOON.toEpochMilli();
  private static final long LATER = TestPosts.ONE_MINUTE_LATER.toEpochMilli();

  private KeyedOneInputStreamOperatorTestHarness<String, ReceivedPost, ReceivedPost> harness;

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
  void letsAPostThroughOnce() throws Exception {
    receive("1", "Яма", FIRST);
    receive("1", "Яма", FIRST);

    assertThat(harness.extractOutputValues())
        .singleElement()
        .satisfies(received -> assertThat(received.replacesOlder()).isFalse());
    assertThat(duplicates()).hasSize(1);
  }

  @Test
  void tellsPostsWithEqualTextsApartByTheirIds() throws Exception {
    receive("1", "Яма", FIRST);
    receive("2", "Яма", FIRST);

    assertThat(harness.extractOutputValues()).hasSize(2);
    assertThat(duplicates()).isEmpty();
  }

  @Test
  void letsANewerVersionReplaceTheOlder() throws Exception {
    receive("1", "Яма", FIRST);
    receive("1", "Яма засыпана", LATER);

    assertThat(last().replacesOlder()).isTrue();
    assertThat(last().post().version()).isEqualTo(LATER);
  }

  @Test
  void dropsAnOlderVersionThatComesLate() throws Exception {
    receive("1", "Яма засыпана", LATER);
    receive("1", "Яма", FIRST);

    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(duplicates()).hasSize(1);
  }

  @Test
  void givesAChangedTextWithoutADateOfEditAHigherVersion() throws Exception {
    receive("1", "Яма", FIRST);
    receive("1", "Яма на Ленина", FIRST);
    receive("1", "Яма на Ленина, 5", FIRST);

    assertThat(harness.extractOutputValues())
        .extracting(received -> received.post().version())
        .containsExactly(FIRST, FIRST + 1, FIRST + 2);
    assertThat(last().replacesOlder()).isTrue();
  }

  @Test
  void knowsTheOldTextOfASilentEditWhenItComesAgain() throws Exception {
    receive("1", "Яма", FIRST);
    receive("1", "Яма на Ленина", FIRST);
    receive("1", "Яма", FIRST);

    assertThat(harness.extractOutputValues()).hasSize(2);
    assertThat(duplicates()).hasSize(1);
  }

  @Test
  void keepsVersionsGrowingWhenADatedEditFollowsSilentOnes() throws Exception {
    receive("1", "Яма", FIRST);
    receive("1", "Яма!", FIRST);
    receive("1", "Яма!!", FIRST);
    receive("1", "Засыпали", FIRST + 1);

    assertThat(last().post().version()).isEqualTo(FIRST + 3);
  }

  @Test
  void knowsARecordWithoutADateWhenItIsReceivedAgain() throws Exception {
    receive("1", "Яма", FIRST);
    receive("1", "Яма", LATER); // its version is the time of receipt

    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(duplicates()).hasSize(1);
  }

  @Test
  void takesACounterOfViewsForNoEdit() throws Exception {
    Post post = TestPosts.post("1", "Яма");
    Origin origin = new Origin("vk", TestPosts.NOON, "posts.raw", 0, 0);
    harness.processElement(new ReceivedPost(post, origin, false), 0);
    Post seenMoreOften =
        new Post(
            post.id(),
            post.channel(),
            post.nativeId(),
            post.kind(),
            post.text(),
            post.communityId(),
            post.communityName(),
            post.author(),
            post.publishedAt(),
            post.editedAt(),
            post.version(),
            post.latitude(),
            post.longitude(),
            post.replyTo(),
            post.url(),
            java.util.Map.of("views", "11"));
    harness.processElement(new ReceivedPost(seenMoreOften, origin, false), 0);

    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(duplicates()).hasSize(1);
  }

  @Test
  void remembersAcrossARestart() throws Exception {
    receive("1", "Яма", FIRST);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(state);
    harness.open();

    receive("1", "Яма", FIRST);

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(duplicates()).hasSize(1);
  }

  @Test
  void forgetsAPostThatWasNotSeenForLong() throws Exception {
    harness.setStateTtlProcessingTime(0);
    receive("1", "Яма", FIRST);
    harness.setStateTtlProcessingTime(MEMORY.toMillis() + 1);
    receive("1", "Яма", FIRST);

    assertThat(harness.extractOutputValues()).hasSize(2);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, ReceivedPost, ReceivedPost>
      harness() throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<String, ReceivedPost, ReceivedPost>(
            new org.apache.flink.streaming.api.operators.KeyedProcessOperator<>(
                new DropDuplicates(MEMORY)),
            received -> received.post().id(),
            Types.STRING);
    return harness;
  }

  private void receive(String nativeId, String text, long version) throws Exception {
    Post post = TestPosts.post(nativeId, text, PostKind.POST, TestPosts.NOON, version);
    Origin origin = new Origin("vk", TestPosts.NOON, "posts.raw", 0, 0);
    harness.processElement(new ReceivedPost(post, origin, false), 0);
  }

  private ReceivedPost last() {
    List<ReceivedPost> values = harness.extractOutputValues();
    return values.get(values.size() - 1);
  }

  private List<Fate> duplicates() {
    List<Fate> fates = ReadPostsTest.side(harness.getSideOutput(DropDuplicates.FATES));
    assertThat(fates).allSatisfy(fate -> assertThat(fate.outcome()).isEqualTo(Fate.DUPLICATE));
    return fates;
  }
}
