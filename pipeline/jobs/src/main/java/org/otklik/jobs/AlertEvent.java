package org.otklik.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something happened that somebody may need to be told about. It travels through the topic {@code
 * alerts} as a CloudEvent; who is told, and whether anybody is, the rules in {@code
 * config/alerts.yaml} decide.
 *
 * <p>It holds no personal data: no text of a post, only ids under which staff find the posts.
 *
 * @param id deterministic: a hash of kind, key and start, so that the same event found again is the
 *     same event
 * @param kind what happened; see the constants
 * @param region id of the region
 * @param time when it began, in event time
 * @param municipality where; null where it concerns none or more than one
 * @param theme id of the theme; null where it concerns none
 * @param severity 1 (worth knowing), 2 (needs attention today), 3 (needs attention now)
 * @param summary one Russian sentence for staff, with the figures that explain it
 * @param posts ids of at most three posts that show it
 * @param figures numbers that explain it, by name, for example {@code count} and {@code expected}
 * @param facts words that explain it, by name, for example {@code claimId} or {@code channel}
 */
public record AlertEvent(
    String id,
    String kind,
    String region,
    Instant time,
    @Nullable String municipality,
    @Nullable String theme,
    int severity,
    String summary,
    List<String> posts,
    Map<String, Double> figures,
    Map<String, String> facts) {
  /**
   * Far more messages in a heat cell than usual at that hour. Figures: {@code count}, {@code
   * expected}, {@code hours}, {@code tail} (probability of so many by chance).
   */
  public static final String BURST = "burst";

  /**
   * One message tells of danger to life or health. Figures: {@code urgency}; facts: {@code
   * reasons}.
   */
  public static final String URGENT_MESSAGE = "urgent-message";

  /**
   * A refuted claim, or a group of near-copies, spreads suddenly or again after it was refuted.
   * Figures: {@code posts}, {@code communities}, {@code afterRefutation}; facts: {@code occasion},
   * and {@code claimId} or {@code narrative} (id of the post that the near-copies are like).
   */
  public static final String CLAIM_SPREADING = "claim-spreading";

  /**
   * Nothing has come from a source for far longer than usual. Figures: {@code silentHours}, {@code
   * usualHours}; facts: {@code channel}, and of a community {@code community} and {@code
   * communityId}.
   */
  public static final String SOURCE_SILENT = "source-silent";

  /** Nothing has happened: somebody tries whether alerts arrive. */
  public static final String TEST = "test";

  /** All kinds of events that happen. */
  public static final List<String> KINDS =
      List.of(BURST, URGENT_MESSAGE, CLAIM_SPREADING, SOURCE_SILENT);

  public AlertEvent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(figures, "figures");
    Objects.requireNonNull(facts, "facts");
    posts = List.copyOf(posts);
  }
}
