package org.otklik.jobs.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.Beginning;
import org.otklik.jobs.PostMove;
import org.otklik.jobs.Standing;
import org.otklik.jobs.TestPosts;

class FindBeginningTest {
  private static final Instant DAY = Instant.parse("2026-03-14T13:00:00Z");
  private static final Duration ONE_DAY = Duration.ofDays(1);

  private KeyedOneInputStreamOperatorTestHarness<String, PostMove, Beginning> harness;
  private int posts;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new FindBeginning(ZoneId.of("Asia/Sakhalin"), Duration.ofDays(400)),
            unused -> "all",
            Types.STRING);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void findsTheFirstDayWithEnoughMessages() throws Exception {
    receive(FindBeginning.ENOUGH, TestPosts.NOON);
    receive(FindBeginning.ENOUGH, TestPosts.NOON.plus(ONE_DAY));

    assertThat(harness.extractOutputValues()).containsExactly(new Beginning(DAY));
  }

  @Test
  void takesAFewOldPostsForNoHistory() throws Exception {
    receive(FindBeginning.ENOUGH - 1, TestPosts.NOON.minus(ONE_DAY));

    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void findsAnEarlierBeginningWhenOlderMessagesCome() throws Exception {
    receive(FindBeginning.ENOUGH, TestPosts.NOON);
    receive(FindBeginning.ENOUGH, TestPosts.NOON.minus(ONE_DAY));

    assertThat(harness.extractOutputValues())
        .containsExactly(new Beginning(DAY), new Beginning(DAY.minus(ONE_DAY)));
  }

  @Test
  void countsEveryPostOnce() throws Exception {
    Standing post = post(TestPosts.NOON);
    for (int i = 0; i < FindBeginning.ENOUGH; i++) {
      harness.processElement(new PostMove("1", post, post), 0);
    }

    assertThat(harness.extractOutputValues()).isEmpty();
  }

  private void receive(int messages, Instant publishedAt) throws Exception {
    for (int i = 0; i < messages; i++) {
      harness.processElement(new PostMove("post-" + posts++, null, post(publishedAt)), 0);
    }
  }

  private static Standing post(Instant publishedAt) {
    return new Standing(null, "roads", publishedAt, true, 0, false, null, null, null, false);
  }
}
