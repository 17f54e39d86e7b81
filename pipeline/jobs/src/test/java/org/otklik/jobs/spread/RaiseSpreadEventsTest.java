package org.otklik.jobs.spread;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.ClaimChange;
import org.otklik.jobs.TestPosts;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;

/**
 * From counted posts to events; in the test claim's region the refutation's day ends at 13:00 UTC.
 */
class RaiseSpreadEventsTest {
  private static final Claim CLAIM = TestPosts.claim("water", "Воду отключат на две недели");
  private static final SpreadSubject WATER = SpreadSubject.claim("water");
  private static final SpreadSubject COPIES = SpreadSubject.narrative("post a");
  private static final Instant NEXT_DAY = TestPosts.NOON.plus(Duration.ofHours(1));

  private final Region region = region();
  private KeyedTwoInputStreamOperatorTestHarness<String, SpreadChange, ClaimChange, Spread> harness;

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
  void tellsOfAClaimInWordsOfSuspicionWithFiguresAndExamples() throws Exception {
    spread(WATER, "abcdef", TestPosts.NOON);

    assertThat(raised())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(AlertEvent.CLAIM_SPREADING);
              assertThat(event.summary())
                  .isEqualTo(
                      "Быстро распространяется утверждение, которое проверялось:"
                          + " «Воду отключат на две недели»; сообщений: 6, сообществ: 6");
              assertThat(event.time()).isEqualTo(TestPosts.NOON);
              assertThat(event.figures())
                  .containsEntry("posts", 6.0)
                  .containsEntry("communities", 6.0)
                  .containsEntry("afterRefutation", 0.0);
              assertThat(event.facts())
                  .containsEntry("claimId", "water")
                  .containsEntry("occasion", "sudden");
              assertThat(event.posts()).containsExactly("post a", "post f", "post e");
              assertThat(event.municipality()).isEqualTo("Холмский");
              assertThat(event.severity()).isEqualTo(2);
            });
  }

  @Test
  void keepsTheIdOfAStartHoweverMuchFollows() throws Exception {
    spread(WATER, "abcdef", TestPosts.NOON);
    spread(WATER, "ghij", TestPosts.NOON.plus(Duration.ofMinutes(50)));
    restart();
    spread(WATER, "klmnop", TestPosts.TWO_HOURS_LATER.minus(Duration.ofHours(2)));

    assertThat(raised()).hasSizeGreaterThan(5);
    assertThat(ids()).hasSize(1);
  }

  @Test
  void tellsOfNearCopiesWithoutTheirWords() throws Exception {
    spread(COPIES, "abcdef", TestPosts.NOON);

    assertThat(raised())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.summary())
                  .isEqualTo(
                      "Быстро распространяются похожие сообщения, из реестра утверждений среди"
                          + " них нет ничего: сообщений: 6, сообществ: 6");
              assertThat(event.toString()).doesNotContain("текст");
              assertThat(event.facts())
                  .containsEntry("narrative", COPIES.id())
                  .doesNotContainKey("claimId");
              assertThat(event.severity()).isEqualTo(1);
            });
  }

  @Test
  void tellsOfNearCopiesThatRepeatAClaimOnlyAsThatClaim() throws Exception {
    for (String name : List.of("a", "b", "c", "d", "e", "f")) {
      receive(COPIES, 1, name, TestPosts.NOON, "water");
    }

    assertThat(raised()).isEmpty();
  }

  @Test
  void staysQuietOnSlowSpread() throws Exception {
    for (int day = 0; day < 10; day++) {
      receive(COPIES, 1, "c" + day, TestPosts.NOON.plus(Duration.ofDays(day)), null);
    }

    assertThat(raised()).isEmpty();
  }

  @Test
  void tellsOfAClaimThatIsSpreadAgainAfterItsRefutation() throws Exception {
    spread(WATER, "abc", TestPosts.NOON.minus(Duration.ofDays(3)));
    spread(WATER, "a", NEXT_DAY.minusSeconds(1));
    spread(WATER, "aa", NEXT_DAY);
    assertThat(raised()).isEmpty();
    spread(WATER, "b", NEXT_DAY.plus(Duration.ofDays(2)));

    assertThat(raised())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.summary())
                  .isEqualTo(
                      "Снова распространяется утверждение, опровержение которого вышло"
                          + " 15.03.2026: «Воду отключат на две недели»; после опровержения"
                          + " сообщений: 3, сообществ: 2");
              assertThat(event.figures())
                  .containsEntry("posts", 7.0)
                  .containsEntry("afterRefutation", 3.0);
              assertThat(event.facts())
                  .containsEntry("occasion", "after-refutation")
                  .containsEntry("refutedAt", "2026-03-15");
              assertThat(event.time()).isEqualTo(Instant.parse("2026-03-17T13:00:00Z"));
            });
  }

  @Test
  void keepsTheStartAfterARefutationWhenLaterAPostOfAnEarlierHourComes() throws Exception {
    spread(WATER, "abc", NEXT_DAY.plus(Duration.ofDays(2)));
    spread(WATER, "def", NEXT_DAY.plus(Duration.ofDays(1)));

    assertThat(raised()).hasSize(4);
    assertThat(ids()).hasSize(1);
  }

  @Test
  void takesARefutationOfAnotherDayForAnotherOne() throws Exception {
    spread(WATER, "abc", NEXT_DAY.plus(Duration.ofDays(2)));
    Claim refutedLater =
        new Claim(
            "water",
            CLAIM.claim(),
            List.of(),
            "",
            "",
            "",
            null,
            "2026-03-20",
            null,
            null,
            List.of("housing-utilities"),
            null);
    harness.processElement2(new ClaimChange("water", refutedLater, TestPosts.NOON), 0);
    assertThat(raised()).hasSize(1);
    spread(WATER, "abc", NEXT_DAY.plus(Duration.ofDays(20)));

    assertThat(ids()).hasSize(2);
    assertThat(raised().get(1).theme()).isEqualTo("housing-utilities");
  }

  @Test
  void staysQuietOnAWithdrawnClaim() throws Exception {
    harness.processElement2(new ClaimChange("water", null, TestPosts.NOON), 0);
    spread(WATER, "abcdef", TestPosts.NOON);
    spread(WATER, "abcdef", NEXT_DAY.plus(Duration.ofDays(2)));

    assertThat(raised()).isEmpty();
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, SpreadChange, ClaimChange, Spread>
      harness() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(
            new CountSpread(
                List.of(CLAIM), TestPosts.SPREAD, region.timeZone(), Duration.ofDays(120))),
        change -> change.subject().asString(),
        change -> SpreadSubject.claim(change.id()).asString(),
        Types.STRING);
  }

  private final List<Spread> beforeRestart = new ArrayList<>();

  private void restart() throws Exception {
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    beforeRestart.addAll(harness.extractOutputValues());
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
  }

  /** One post in each community, named by one letter. */
  private void spread(SpreadSubject subject, String communities, Instant publishedAt)
      throws Exception {
    for (String community : communities.split("")) {
      receive(subject, 1, community, publishedAt, null);
    }
  }

  private void receive(
      SpreadSubject subject,
      int posts,
      String community,
      Instant publishedAt,
      @Nullable String claimId)
      throws Exception {
    harness.processElement1(
        new SpreadChange(
            subject,
            posts,
            "vk|" + community + "|Сообщество " + community,
            "Холмский",
            publishedAt,
            "post " + community,
            null,
            "текст",
            claimId),
        0);
  }

  private List<AlertEvent> raised() {
    List<AlertEvent> events = new ArrayList<>();
    RaiseSpreadEvents raise = new RaiseSpreadEvents(region);
    List<Spread> spreads = new ArrayList<>(beforeRestart);
    spreads.addAll(harness.extractOutputValues());
    spreads.forEach(spread -> raise.flatMap(spread, new ListCollector<>(events)));
    return events;
  }

  private Set<String> ids() {
    return raised().stream().map(AlertEvent::id).collect(Collectors.toSet());
  }

  private static Region region() {
    try {
      return new RegionFiles(Path.of("../../config")).load("sakhalin");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
