package org.otklik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.alerts.AlertDocument;
import org.otklik.jobs.alerts.Attempt;
import org.otklik.jobs.alerts.Delivery;
import org.otklik.jobs.alerts.Notice;
import org.otklik.jobs.breakdown.BreakdownDocument;
import org.otklik.jobs.heat.CellKey;
import org.otklik.jobs.heat.CellReading;
import org.otklik.jobs.heat.HeatCell;
import org.otklik.jobs.heat.HeatDocument;
import org.otklik.jobs.posts.ChannelAccount;
import org.otklik.jobs.posts.Evidence;
import org.otklik.jobs.posts.KeepAccounts;
import org.otklik.jobs.posts.PostDocument;
import org.otklik.jobs.spread.Spread;
import org.otklik.jobs.spread.SpreadDocument;
import org.otklik.jobs.spread.SpreadHour;
import org.otklik.jobs.spread.SpreadSubject;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.Correction;
import org.otklik.models.analysis.Review;
import org.otklik.models.breakdown.ProblemBreakdown;
import org.otklik.models.place.LearnedHome;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;

/** What the jobs write and what the index templates know are the same fields. */
class DocumentFieldsTest {
  private static final Path CONFIGURATION = Path.of("../../config");

  @Test
  void everyFieldOfAPostIsInItsTemplate() throws Exception {
    AnalyzedPost plain = TestPosts.inHolmsk(TestPosts.post("1", "Яма"));
    AnalyzedPost corrected =
        new AnalyzedPost(
            plain.post(),
            plain.analysis().withMisinformation(TestPosts.suspicion("water")),
            new Correction("energy", "duty", Instant.EPOCH),
            new Review(Review.CONFIRMED, "duty", Instant.EPOCH, "the body says so"),
            new LearnedHome("Холмский", 0.9));

    assertKnown("posts", new PostDocument().map(corrected));
  }

  @Test
  void everyFieldOfAHeatCellOfEachGrainIsInItsTemplate() throws Exception {
    for (String grain : List.of(CellKey.HOUR, CellKey.DAY, CellKey.HEXAGON)) {
      boolean hexagon = grain.equals(CellKey.HEXAGON);
      CellKey cell =
          new CellKey(grain, hexagon ? "872f5a363ffffff" : "Холмский", "roads", TestPosts.NOON);
      HeatCell heat = new HeatCell(cell, 1, 1, 1, 1, 1, Map.of("vk|1", 1), 1);

      assertKnown(
          hexagon ? "heat-hexagons" : grain.equals(CellKey.DAY) ? "heat-daily" : "heat",
          new HeatDocument(withPopulation()).map(new CellReading(heat, 0.5, 1)));
    }
  }

  /** A region whose residents are counted, so that every field is written. */
  private static Region withPopulation() throws Exception {
    Region region = new RegionFiles(CONFIGURATION).load("sakhalin");
    return new Region(
        region.id(),
        region.name(),
        region.decree(),
        region.timeZone(),
        region.gazetteer(),
        region.boundaries(),
        region.bodies(),
        region.blocks(),
        region.municipalities().stream()
            .map(
                one ->
                    new Region.Municipality(
                        one.name(), one.officialName(), one.seat(), one.centroid(), 10_000))
            .toList(),
        region.communities(),
        region.officialPages());
  }

  @Test
  void everyFieldOfASpreadIsInItsTemplate() throws Exception {
    Spread spread =
        new Spread(
            new SpreadSubject(SpreadSubject.CLAIM, "water"),
            TestPosts.claim("water", "Воду отключат"),
            null,
            "id",
            "https://example.org",
            "текст",
            TestPosts.NOON,
            TestPosts.NOON,
            1,
            Map.of("vk|1|Холмск", 1),
            Map.of(TestPosts.NOON, new SpreadHour(Map.of("vk|1|Холмск", 1))),
            Map.of("Холмский", 1),
            TestPosts.NOON,
            null,
            List.of("id"),
            1);

    assertKnown(
        "claims", new SpreadDocument(new RegionFiles(CONFIGURATION).load("sakhalin")).map(spread));
  }

  @Test
  void everyFieldOfEvidenceIsInItsTemplate() throws Exception {
    AnalyzedPost flagged =
        TestPosts.analyzed(TestPosts.post("1", "Яма"), "roads", "Холмский")
            .examined(1, TestPosts.suspicion("water"));

    assertKnown(
        "evidence",
        Evidence.document(
            flagged, new Review(Review.CONFIRMED, "duty", Instant.EPOCH, "the body says so")));
  }

  @Test
  void everyFieldOfAnAccountIsInItsTemplate() throws Exception {
    ChannelAccount account =
        new ChannelAccount("vk", 1, Map.of("indexed", 1L), Map.of("reason", 1L), TestPosts.NOON);

    assertKnown("channels", KeepAccounts.document(account));
  }

  @Test
  void everyFieldOfABreakdownIsInItsTemplate() throws Exception {
    Period week =
        new Period(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"), ZoneId.of("UTC"));

    assertKnown(
        "breakdowns",
        BreakdownDocument.of("tula", "roads", week, new ProblemBreakdown(0, List.of(), 0)));
  }

  @Test
  void everyFieldOfAnAlertIsInItsTemplate() throws Exception {
    AlertEvent event =
        new AlertEvent(
            "1",
            AlertEvent.BURST,
            "sakhalin",
            TestPosts.NOON,
            "Холмский",
            "energy",
            2,
            "Энергетика, Холмский",
            List.of("a"),
            Map.of("count", 12.0),
            Map.of("claimId", "water"));
    Delivery delivery =
        new Delivery(
            new Notice(event, "duty", "bursts", 0),
            List.of(new Attempt(TestPosts.NOON, 500, null)),
            TestPosts.ONE_MINUTE_LATER,
            false,
            1);
    AlertDocument document = new AlertDocument(new RegionFiles(CONFIGURATION).load("sakhalin"));

    assertKnown("alerts", document.of(delivery, AlertDocument.WAITING, TestPosts.NOON));
    assertKnown("alerts", document.of(delivery, AlertDocument.DELIVERED, TestPosts.NOON));
  }

  private static void assertKnown(String index, Document document) throws Exception {
    JsonNode template =
        Json.mapper().readTree(CONFIGURATION.resolve("elasticsearch/" + index + ".json").toFile());
    List<String> written = new ArrayList<>();
    Json.mapper().readTree(document.body()).fieldNames().forEachRemaining(written::add);
    List<String> known = new ArrayList<>();
    template.at("/template/mappings/properties").fieldNames().forEachRemaining(known::add);

    assertThat(document.index()).isEqualTo(index);
    assertThat(known).containsAll(written);
  }
}
