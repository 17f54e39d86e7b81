package org.otklik.jobs.spread;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.MapFunction;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.post.PostId;
import org.otklik.models.region.Region;

/**
 * The document of a claim or narrative in the index {@code claims}; its fields are described in
 * {@code config/elasticsearch/claims.json}.
 */
public final class SpreadDocument implements MapFunction<Spread, Document> {
  private static final long serialVersionUID = 1L;

  /** The index's name. */
  public static final String INDEX = "claims";

  private static final int COMMUNITIES_NAMED = 20;

  private final String regionId;
  private final ZoneId zone;

  /**
   * @param region the region in which it spreads
   */
  public SpreadDocument(Region region) {
    this.regionId = region.id();
    this.zone = region.timeZone();
  }

  @Override
  public Document map(Spread spread) {
    SpreadSubject subject = spread.subject();
    Claim claim = spread.claim();
    boolean ofClaim = subject.kind().equals(SpreadSubject.CLAIM);
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("region", regionId);
    json.put("kind", subject.kind());
    json.put("claimId", ofClaim ? subject.id() : spread.claimId());
    if (claim != null) {
      json.put("claim", claim.claim());
      json.put("refutedAt", claim.date());
      json.put("refutedBy", claim.refutedBy());
      json.put("refutation", claim.url());
    }
    json.put("firstPost", spread.firstPost());
    json.put("firstUrl", spread.firstUrl());
    json.put("example", spread.example());
    json.put("firstSeen", spread.firstSeen().toString());
    json.put("lastSeen", spread.lastSeen().toString());
    json.put("posts", spread.posts());
    json.put("communities", spread.communities().size());
    json.set("communityNames", names(spread.communities()));
    json.set("hours", hours(spread.byHour()));
    json.set("municipalities", municipalities(spread.municipalities()));
    json.put(
        "afterRefutation",
        spread.afterRefutation(zone).values().stream().mapToInt(SpreadHour::posts).sum());
    json.put("suddenSpread", spread.suddenAt() != null);
    if (spread.suddenAt() != null) {
      json.put("suddenSpreadAt", spread.suddenAt().toString());
    }
    return new Document(
        INDEX,
        PostId.of("claims/" + regionId, subject.asString()),
        spread.changes(),
        Json.bytes(json));
  }

  private static ArrayNode names(Map<String, Integer> communities) {
    ArrayNode names = Json.mapper().createArrayNode();
    communities.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(COMMUNITIES_NAMED)
        .forEach(entry -> names.add(entry.getKey().split("\\|", 3)[2]));
    return names;
  }

  private static ArrayNode hours(Map<Instant, SpreadHour> byHour) {
    ArrayNode hours = Json.mapper().createArrayNode();
    new TreeMap<>(byHour)
        .forEach(
            (hour, posts) ->
                hours.addObject().put("hour", hour.toString()).put("posts", posts.posts()));
    return hours;
  }

  private static ArrayNode municipalities(Map<String, Integer> byMunicipality) {
    ArrayNode municipalities = Json.mapper().createArrayNode();
    new TreeMap<>(byMunicipality)
        .forEach(
            (name, posts) ->
                municipalities.addObject().put("municipality", name).put("posts", posts));
    return municipalities;
  }
}
