package org.otklik.jobs.spread;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.ClaimChange;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.jobs.TestPosts;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.region.RegionFiles;

class CountSpreadTest {
  private static final SpreadSubject WATER = SpreadSubject.claim("water");
  private static final SpreadSubject COPIES = SpreadSubject.narrative("first");
  private static final Claim CLAIM = TestPosts.claim("water", "Воду отключат на две недели");
  private static final Duration MEMORY = Duration.ofDays(120);

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
  void tellsOfANarrativeFromItsSecondPostOn() throws Exception {
    receive(COPIES, 1, "a", TestPosts.NOON);
    assertThat(harness.extractOutputValues()).isEmpty();
    receive(COPIES, 1, "b", TestPosts.NOON.minusSeconds(60));

    assertThat(last().posts()).isEqualTo(2);
    assertThat(last().communities()).hasSize(2);
    assertThat(last().firstSeen()).isEqualTo(TestPosts.NOON.minusSeconds(60));
  }

  @Test
  void takesAPostAwayThatSaysSomethingElseNow() throws Exception {
    receive(WATER, 1, "a", TestPosts.NOON);
    receive(WATER, -1, "a", TestPosts.NOON);

    assertThat(last().posts()).isZero();
    assertThat(last().communities()).isEmpty();
    assertThat(last().byHour()).isEmpty();
    assertThat(last().changes()).isEqualTo(2);
  }

  @Test
  void callsSpreadSuddenOnlyInManyCommunitiesWithinFewHours() throws Exception {
    for (int i = 0; i < 10; i++) {
      receive(COPIES, 1, "a", TestPosts.NOON);
      receive(WATER, 1, "c" + i, TestPosts.NOON.plus(Duration.ofHours(7L * i)));
    }
    assertThat(harness.extractOutputValues())
        .allSatisfy(spread -> assertThat(spread.suddenAt()).isNull());
    for (int i = 0; i < 4; i++) {
      receive(COPIES, 1, "b" + i, TestPosts.TWO_HOURS_LATER);
    }

    assertThat(last().suddenAt()).isEqualTo(TestPosts.TWO_HOURS_LATER);
  }

  @Test
  void countsPostsOfTheDaysAfterTheRefutation() throws Exception {
    receive(WATER, 1, "a", TestPosts.NOON.minus(Duration.ofDays(1)));
    receive(WATER, 1, "a", TestPosts.NOON.plus(Duration.ofDays(2)));

    assertThat(document(last()).path("afterRefutation").asInt()).isEqualTo(1);
    assertThat(document(last()).path("refutedAt").asText()).isEqualTo("2026-03-15");
    assertThat(document(last()).path("refutedBy").asText()).isEqualTo("ведомство (пример)");
  }

  @Test
  void takesTheTopicsWordOnAClaim() throws Exception {
    receive(WATER, 1, "a", TestPosts.NOON);
    assertThat(last().claim()).isEqualTo(CLAIM);
    Claim newer = TestPosts.claim("water", "Воду отключат на месяц");
    harness.processElement2(new ClaimChange("water", newer, TestPosts.NOON), 0);

    assertThat(last().claim()).isEqualTo(newer);
    assertThat(last().changes()).isEqualTo(2);
  }

  @Test
  void goesOnCountingAfterARestart() throws Exception {
    receive(WATER, 1, "a", TestPosts.NOON);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    receive(WATER, 1, "b", TestPosts.NOON);

    assertThat(last().posts()).isEqualTo(2);
    assertThat(last().changes()).isEqualTo(2);
  }

  @Test
  void goesOnFromTheStateOfTheReleaseBeforeItKnewLatestPosts() throws Exception {
    harness.close();
    harness = harness();
    harness.initializeState(
        OperatorSnapshotUtil.readStateHandle(
            Path.of(getClass().getResource("spread-v1.snapshot").toURI()).toString()));
    harness.open();
    receive(WATER, 1, "d", TestPosts.NOON);

    assertThat(last().posts()).isEqualTo(4);
    assertThat(last().communities()).hasSize(4);
    assertThat(last().latestPosts()).containsExactly("post");
    assertThat(last().againAt()).isNull();
  }

  @Test
  void forgetsWhatNoLongerSpreads() throws Exception {
    harness.setStateTtlProcessingTime(0);
    receive(WATER, 1, "a", TestPosts.NOON);
    harness.setStateTtlProcessingTime(MEMORY.toMillis() + 1);
    receive(WATER, 1, "b", TestPosts.NOON);

    assertThat(last().posts()).isEqualTo(1);
  }

  @Test
  void givesEachSubjectItsOwnDocument() throws Exception {
    receive(WATER, 1, "a", TestPosts.NOON);
    Document claim = written(last());
    receive(WATER, 1, "b", TestPosts.NOON);
    Document later = written(last());

    assertThat(later.id()).isEqualTo(claim.id());
    assertThat(later.version()).isGreaterThan(claim.version());
    assertThat(document(last()).path("communityNames")).hasSize(2);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, SpreadChange, ClaimChange, Spread>
      harness() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(
            new CountSpread(List.of(CLAIM), TestPosts.SPREAD, ZoneId.of("Asia/Sakhalin"), MEMORY)),
        change -> change.subject().asString(),
        change -> SpreadSubject.claim(change.id()).asString(),
        Types.STRING);
  }

  private void receive(SpreadSubject subject, int posts, String community, Instant publishedAt)
      throws Exception {
    harness.processElement1(
        new SpreadChange(
            subject,
            posts,
            "vk|" + community + "|Сообщество " + community,
            "Холмский",
            publishedAt,
            "post",
            null,
            "текст",
            null),
        0);
  }

  private Spread last() {
    List<Spread> values = harness.extractOutputValues();
    return values.get(values.size() - 1);
  }

  private static Document written(Spread spread) throws Exception {
    return new SpreadDocument(new RegionFiles(Path.of("../../config")).load("sakhalin"))
        .map(spread);
  }

  private static JsonNode document(Spread spread) throws Exception {
    return Json.mapper().readTree(written(spread).body());
  }
}
