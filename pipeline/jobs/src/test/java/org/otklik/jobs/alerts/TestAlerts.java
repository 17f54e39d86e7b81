package org.otklik.jobs.alerts;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.TestPosts;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;

/** Alerts for tests: everything that a test does not care about has a plausible value. */
final class TestAlerts {
  static final Path CONFIGURATION = Path.of("../../config");
  static final Instant NOON = TestPosts.NOON;
  static final Instant FIVE_SECONDS_LATER = NOON.plusSeconds(5);
  static final Instant ONE_MINUTE_LATER = TestPosts.ONE_MINUTE_LATER;
  static final Instant TWO_HOURS_LATER = TestPosts.TWO_HOURS_LATER;
  static final String DUTY = "duty";

  /** At once, after five seconds, after five minutes. */
  static final RetrySchedule SCHEDULE =
      new RetrySchedule(
          List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5)),
          0,
          Duration.ofHours(24));

  private TestAlerts() {}

  static AlertEvent burst(String id) {
    return burst(id, NOON, 2);
  }

  static AlertEvent burst(String id, Instant time, int severity) {
    return new AlertEvent(
        id,
        AlertEvent.BURST,
        "sakhalin",
        time,
        "Холмский",
        "energy",
        severity,
        "Энергетика, Холмский: 12 сообщений за час, обычно 1,5",
        List.of("a", "b", "c"),
        Map.of("count", 12.0, "expected", 1.5),
        Map.of());
  }

  static AlertEvent spreadingClaim(String id, String claim) {
    return spreading(id, Map.of("claimId", claim), null);
  }

  static AlertEvent spreading(String id, Map<String, String> facts, String municipality) {
    return new AlertEvent(
        id,
        AlertEvent.CLAIM_SPREADING,
        "sakhalin",
        NOON,
        municipality,
        null,
        2,
        "Опровергнутое утверждение снова расходится",
        List.of("a"),
        Map.of("posts", 7.0),
        facts);
  }

  static AlertEvent silentCommunity(String id, String communityId) {
    return new AlertEvent(
        id,
        AlertEvent.SOURCE_SILENT,
        "sakhalin",
        NOON,
        null,
        null,
        1,
        "Сообщество «Подслушано» (ВКонтакте) молчит",
        List.of(),
        Map.of("silentHours", 7.0),
        Map.of("channel", "vk", "community", "Подслушано", "communityId", communityId));
  }

  static Notice notice(AlertEvent event) {
    return new Notice(event, DUTY, "bursts", 0);
  }

  static AlertDocument document() {
    return new AlertDocument(region());
  }

  static Region region() {
    try {
      return new RegionFiles(CONFIGURATION).load("sakhalin");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
