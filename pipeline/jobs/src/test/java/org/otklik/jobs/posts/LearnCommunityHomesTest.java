package org.otklik.jobs.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.TestPosts;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.place.LearnedHome;
import org.otklik.models.place.Place;
import org.otklik.models.region.Region;

class LearnCommunityHomesTest {
  private KeyedOneInputStreamOperatorTestHarness<String, AnalyzedPost, AnalyzedPost> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new LearnCommunityHomes(
                Map.of("Холмский", new Region.Point(47, 142)), Duration.ofDays(365)),
            LearnCommunityHomes::community,
            Types.STRING);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void placesAPostOfACommunityWhosePlacedPostsAgree() throws Exception {
    placedPosts(8);
    AnalyzedPost post = send(null);

    Place place = post.analysis().place();
    assertThat(post.learnedHome()).isEqualTo(new LearnedHome("Холмский", 0.9));
    assertThat(place.municipality()).isEqualTo("Холмский");
    assertThat(place.source()).isEqualTo("community");
    assertThat(place.pointPrecision()).isEqualTo(Place.MUNICIPALITY_POINT);
    assertThat(place.score()).isEqualTo(0.6 * 0.9);
  }

  @Test
  void leavesItOpenWhilePlacedPostsAreFew() throws Exception {
    placedPosts(7);
    AnalyzedPost post = send(null);

    assertThat(post.learnedHome()).isNull();
    assertThat(post.analysis().place().municipality()).isNull();
  }

  @Test
  void aPostWithAPlaceOfItsOwnKeepsIt() throws Exception {
    placedPosts(12);
    AnalyzedPost post = send("Невельский");

    assertThat(post.analysis().place().municipality()).isEqualTo("Невельский");
    assertThat(post.analysis().place().source()).isEqualTo("text");
  }

  @Test
  void postsThatItPlacedItselfTeachItNothing() throws Exception {
    placedPosts(8);
    AnalyzedPost placed = send(null);
    for (int i = 0; i < 100; i++) {
      harness.processElement(placed, 0);
    }

    assertThat(send(null).learnedHome()).isEqualTo(new LearnedHome("Холмский", 0.9));
  }

  private void placedPosts(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      send("Холмский");
    }
  }

  private AnalyzedPost send(@Nullable String municipality) throws Exception {
    harness.processElement(
        TestPosts.analyzed(TestPosts.post("1", "Яма"), "roads", municipality), 0);
    List<AnalyzedPost> out = harness.extractOutputValues();
    return out.get(out.size() - 1);
  }
}
