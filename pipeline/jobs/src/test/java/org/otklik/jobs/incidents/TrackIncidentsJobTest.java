package org.otklik.jobs.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.ClaimChange;
import org.otklik.jobs.CollectingSink;
import org.otklik.jobs.Document;
import org.otklik.jobs.TestPosts;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.Correction;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;

/** The topology in memory. */
class TrackIncidentsJobTest {
  private static final Claim WATER =
      TestPosts.claim("water", "Воду отключат во всём городе на две недели");

  private final CollectingSink<Document> documents = new CollectingSink<>();
  private final CollectingSink<AlertEvent> alerts = new CollectingSink<>();

  @Test
  void addsPostsUpToHeatCells() throws Exception {
    run(
        post("1", 1, "roads", "Холмский"),
        post("2", 1, "roads", "Холмский"),
        post("2", 1, "roads", "Холмский"),
        post("3", 1, "energy", "Холмский"),
        post("4", 1, "roads", null),
        TestPosts.analyzed(
            TestPosts.post("5", "Принято", PostKind.RESPONSE, TestPosts.NOON, 1),
            "roads",
            "Холмский"));

    Map<String, Integer> messages = new HashMap<>();
    for (JsonNode cell : latest("heat").values()) {
      messages.put(
          cell.path("municipality").asText() + " " + cell.path("theme").asText(),
          cell.path("messages").asInt());
    }
    assertThat(messages)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Холмский roads", 2, "Холмский energy", 1, "null roads", 1));
  }

  @Test
  void movesAnEditedPostToItsNewCell() throws Exception {
    run(post("1", 1, "roads", "Холмский"), post("1", 2, "roads", "Невельский"));

    assertThat(latest("heat").values())
        .extracting(
            cell -> cell.path("municipality").asText() + " " + cell.path("messages").asInt())
        .containsExactlyInAnyOrder("Холмский 0", "Невельский 1");
  }

  @Test
  void saysWhereACellLiesAndWhenItBegins() throws Exception {
    run(post("1", 1, "roads", "Холмский"));

    assertThat(latest("heat").values())
        .singleElement()
        .satisfies(
            cell -> {
              assertThat(cell.path("hour").asText()).isEqualTo("2026-03-15T12:00:00Z");
              assertThat(cell.path("region").asText()).isEqualTo("sakhalin");
              assertThat(cell.at("/location/lat").asDouble()).isEqualTo(47.22);
            });
  }

  @Test
  void countsAPostByDayAndHexagonToo() throws Exception {
    run(TestPosts.inHolmsk(TestPosts.post("1", "Яма")));

    assertThat(latest("heat-daily").values())
        .singleElement()
        .satisfies(
            cell -> {
              assertThat(cell.path("date").asText()).isEqualTo("2026-03-15");
              assertThat(cell.path("day").asText()).isEqualTo("2026-03-14T13:00:00Z");
              assertThat(cell.path("messages").asInt()).isEqualTo(1);
            });
    assertThat(latest("heat-hexagons").values())
        .extracting(cell -> cell.path("resolution").asInt())
        .containsExactlyInAnyOrder(5, 7);
  }

  @Test
  void tellsOnceOfABurst() throws Exception {
    List<AnalyzedPost> posts = new ArrayList<>();
    for (int hour = 0; hour < 14 * 24; hour++) {
      posts.add(post("ordinary-" + hour, TestPosts.NOON.plus(hour, ChronoUnit.HOURS), "roads"));
    }
    Instant outage = TestPosts.NOON.plus(10, ChronoUnit.DAYS);
    for (int i = 0; i < 14; i++) {
      posts.add(post("outage-" + i, outage.plus(7L * i, ChronoUnit.MINUTES), "energy"));
    }
    posts.sort(Comparator.comparing(post -> post.post().publishedAt()));

    run(posts.toArray(AnalyzedPost[]::new));

    assertThat(alerts.values())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(AlertEvent.BURST);
              assertThat(event.municipality()).isEqualTo("Холмский");
              assertThat(event.theme()).isEqualTo("energy");
              assertThat(event.time()).isEqualTo(outage);
              assertThat(event.posts()).hasSize(3);
            });
  }

  private static AnalyzedPost post(String nativeId, Instant publishedAt, String theme) {
    return TestPosts.analyzed(
        TestPosts.post(nativeId, "текст", PostKind.POST, publishedAt, 1), theme, "Холмский");
  }

  @Test
  void addsUpHowAClaimSpreads() throws Exception {
    AnalyzedPost one = post("1", 1, "utilities", "Холмский");
    AnalyzedPost other = post("2", 1, "utilities", null);

    run(
        one.examined(1, TestPosts.suspicion("water")),
        other.examined(1, TestPosts.suspicion("water")));

    assertThat(latest("claims").values())
        .singleElement()
        .satisfies(
            spread -> {
              assertThat(spread.path("kind").asText()).isEqualTo("claim");
              assertThat(spread.path("claim").asText()).contains("на две недели");
              assertThat(spread.path("posts").asInt()).isEqualTo(2);
              assertThat(spread.path("communities").asInt()).isEqualTo(1);
              assertThat(spread.at("/hours/0/posts").asInt()).isEqualTo(2);
            });
  }

  @Test
  void tellsOfAnUrgentPostOnceAlsoWhenItIsEditedOrCorrected() throws Exception {
    AnalyzedPost urgent =
        TestPosts.urgent(post("1", 1, "energy", "Холмский"), 3, "life-and-health");
    AnalyzedPost edited =
        TestPosts.urgent(post("1", 2, "energy", "Холмский"), 3, "life-and-health");
    AnalyzedPost corrected =
        new AnalyzedPost(
            edited.post().withVersion(3),
            edited.analysis(),
            new Correction("roads", "duty", TestPosts.NOON),
            null,
            null);

    run(urgent, urgent, edited, corrected, post("2", 1, "roads", "Холмский"));

    assertThat(alerts.values())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(AlertEvent.URGENT_MESSAGE);
              assertThat(event.posts()).containsExactly(urgent.post().id());
            });
  }

  @Test
  void tellsOfAClaimThatSpreadsSuddenlyOnce() throws Exception {
    AnalyzedPost[] posts = new AnalyzedPost[8];
    for (int i = 0; i < posts.length; i++) {
      posts[i] =
          inCommunity("community " + i, post(Integer.toString(i), 1, "housing-utilities", null))
              .examined(1, TestPosts.suspicion("water"));
    }

    // the register knows the claim: the topic's word might come after all eight posts
    InMemoryJob.run(documents, alerts, List.of(WATER), List.of(), posts);

    assertThat(alerts.values())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(AlertEvent.CLAIM_SPREADING);
              assertThat(event.facts()).containsEntry("claimId", "water");
              assertThat(event.figures()).containsEntry("posts", 6.0);
            });
  }

  private static AnalyzedPost inCommunity(String community, AnalyzedPost analyzed) {
    Post post = analyzed.post();
    return AnalyzedPost.of(
        new Post(
            post.id(),
            post.channel(),
            post.nativeId(),
            post.kind(),
            post.text(),
            null,
            community,
            post.author(),
            post.publishedAt(),
            null,
            post.version(),
            null,
            null,
            null,
            null,
            post.sourceFields()),
        analyzed.analysis());
  }

  private static AnalyzedPost post(
      String nativeId, long version, String theme, String municipality) {
    return TestPosts.analyzed(
        TestPosts.post(nativeId, "текст", PostKind.POST, TestPosts.NOON, version),
        theme,
        municipality);
  }

  private void run(AnalyzedPost... posts) throws Exception {
    InMemoryJob.run(
        documents,
        alerts,
        List.of(),
        List.of(new ClaimChange("water", WATER, TestPosts.NOON)),
        posts);
  }

  private Map<String, JsonNode> latest(String index) throws Exception {
    return InMemoryJob.latest(documents, index);
  }
}
