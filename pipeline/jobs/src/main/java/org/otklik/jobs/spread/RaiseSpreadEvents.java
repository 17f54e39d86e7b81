package org.otklik.jobs.spread;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.AlertEvent;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.post.PostId;
import org.otklik.models.region.Region;

/**
 * Makes events of spread: a claim or a narrative spread suddenly, or a claim was spread again after
 * its refutation. It says so after each change, under the same id; who follows must tell it once.
 *
 * <p>Near-copies of a post that repeats a claim are told of as that claim, not a second time. What
 * has been withdrawn from the register is not told of. A suspicion, never a verdict: the words say
 * that something was checked or is alike, not that it is false.
 */
public final class RaiseSpreadEvents implements FlatMapFunction<Spread, AlertEvent> {
  private static final long serialVersionUID = 1L;

  /** What the fact {@code occasion} says when spread was sudden. */
  public static final String SUDDEN = "sudden";

  /** What the fact {@code occasion} says when a claim was spread again after its refutation. */
  public static final String AFTER_REFUTATION = "after-refutation";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final int LONGEST_CLAIM = 300;
  private static final int EXAMPLES = 3;
  private static final int OF_A_CLAIM = 2;
  private static final int OF_A_NARRATIVE = 1;

  private final String regionId;
  private final ZoneId zone;

  /**
   * @param region the region in which it spreads
   */
  public RaiseSpreadEvents(Region region) {
    this.regionId = region.id();
    this.zone = region.timeZone();
  }

  @Override
  public void flatMap(Spread spread, Collector<AlertEvent> out) {
    Claim claim = spread.claim();
    if (spread.subject().kind().equals(SpreadSubject.NARRATIVE)) {
      if (spread.suddenAt() != null && spread.claimId() == null) {
        String summary =
            "Быстро распространяются похожие сообщения, из реестра утверждений среди них нет ничего: "
                + counted(spread.posts(), spread.communities().size());
        out.collect(event(spread, null, SUDDEN, spread.suddenAt(), summary));
      }
      return;
    }
    if (claim == null) {
      return;
    }
    if (spread.suddenAt() != null) {
      String summary =
          "Быстро распространяется утверждение, которое проверялось: «"
              + shortened(claim.claim())
              + "»; "
              + counted(spread.posts(), spread.communities().size());
      out.collect(event(spread, claim, SUDDEN, spread.suddenAt(), summary));
    }
    if (spread.againAt() != null && claim.date() != null) {
      Map<Instant, SpreadHour> after = spread.afterRefutation(zone);
      String summary =
          "Снова распространяется утверждение, опровержение которого вышло "
              + DAY.format(LocalDate.parse(claim.date()))
              + ": «"
              + shortened(claim.claim())
              + "»; после опровержения "
              + counted(posts(after), communities(after));
      out.collect(event(spread, claim, AFTER_REFUTATION, spread.againAt(), summary));
    }
  }

  private AlertEvent event(
      Spread spread, @Nullable Claim claim, String occasion, Instant start, String summary) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("posts", (double) spread.posts());
    figures.put("communities", (double) spread.communities().size());
    figures.put("afterRefutation", (double) posts(spread.afterRefutation(zone)));
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("occasion", occasion);
    if (claim == null) {
      facts.put("narrative", spread.subject().id());
    } else {
      facts.put("claimId", claim.id());
      if (claim.date() != null) {
        facts.put("refutedAt", claim.date());
      }
    }
    return new AlertEvent(
        PostId.of(
            "alerts/" + AlertEvent.CLAIM_SPREADING + "/" + regionId,
            spread.subject().asString() + "|" + occasion + "|" + start),
        AlertEvent.CLAIM_SPREADING,
        regionId,
        start,
        onlyMunicipality(spread),
        claim == null || claim.themes().isEmpty() ? null : claim.themes().get(0),
        claim == null ? OF_A_NARRATIVE : OF_A_CLAIM,
        summary,
        examples(spread),
        figures,
        facts);
  }

  /** Where all of its posts belong, when that is one municipality. */
  private static @Nullable String onlyMunicipality(Spread spread) {
    return spread.municipalities().size() == 1
            && spread.municipalities().containsValue(spread.posts())
        ? spread.municipalities().keySet().iterator().next()
        : null;
  }

  /** The first post and the newest ones. */
  private static List<String> examples(Spread spread) {
    List<String> examples = new ArrayList<>();
    examples.add(spread.firstPost());
    for (String post : spread.latestPosts()) {
      if (examples.size() < EXAMPLES && !examples.contains(post)) {
        examples.add(post);
      }
    }
    return examples;
  }

  private static int posts(Map<Instant, SpreadHour> byHour) {
    return byHour.values().stream().mapToInt(SpreadHour::posts).sum();
  }

  private static int communities(Map<Instant, SpreadHour> byHour) {
    return (int)
        byHour.values().stream()
            .flatMap(hour -> hour.byCommunity().keySet().stream())
            .filter(community -> !community.equals(SpreadHour.NO_COMMUNITY))
            .distinct()
            .count();
  }

  private static String counted(int posts, int communities) {
    return "сообщений: " + posts + ", сообществ: " + communities;
  }

  private static String shortened(String claim) {
    return claim.length() <= LONGEST_CLAIM ? claim : claim.substring(0, LONGEST_CLAIM) + "…";
  }
}
