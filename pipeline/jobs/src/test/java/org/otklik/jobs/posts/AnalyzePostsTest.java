package org.otklik.jobs.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.TestPosts;
import org.otklik.models.analysis.AnalyzedPost;

class AnalyzePostsTest {
  private static final Origin ORIGIN = new Origin("vk", TestPosts.NOON, "posts.raw", 1, 2);

  @Test
  void putsAPostAsideAtWhichTheModelsFail() throws Exception {
    // An analyzer that is not there fails at each post, as a broken model would.
    OneInputStreamOperatorTestHarness<ReceivedPost, AnalyzedPost> harness =
        ProcessFunctionTestHarnesses.forProcessFunction(new AnalyzePosts(() -> null));
    try {
      harness.processElement(
          new ReceivedPost(TestPosts.post("1", "Звоните +7 914 000-11-22"), ORIGIN, false), 0);

      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(ReadPostsTest.side(harness.getSideOutput(AnalyzePosts.DEAD_LETTERS)))
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.stage()).isEqualTo("analyze");
                assertThat(letter.topic()).isEqualTo("posts.raw");
                assertThat(letter.partition()).isEqualTo(1);
                assertThat(letter.offset()).isEqualTo(2);
                assertThat(new String(letter.value(), StandardCharsets.UTF_8))
                    .contains("[телефон]")
                    .doesNotContain("914");
              });
      assertThat(ReadPostsTest.side(harness.getSideOutput(AnalyzePosts.FATES)))
          .extracting(Fate::outcome)
          .containsExactly(Fate.DEAD_LETTERED);
    } finally {
      harness.close();
    }
  }
}
