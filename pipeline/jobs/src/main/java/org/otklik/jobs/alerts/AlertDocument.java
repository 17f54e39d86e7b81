package org.otklik.jobs.alerts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.models.region.Region;

/**
 * The document of an event and a recipient in the index {@code alerts}; its fields are described in
 * {@code config/elasticsearch/alerts.json}.
 */
public final class AlertDocument implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The index's name. */
  public static final String INDEX = "alerts";

  /** An attempt is under way or due. */
  public static final String WAITING = "waiting";

  /** The recipient has accepted it. */
  public static final String DELIVERED = "delivered";

  /** All attempts have failed, or none is possible. */
  public static final String DEAD_LETTERED = "dead-lettered";

  /** One of the same kind was told shortly before. */
  public static final String THROTTLED = "throttled";

  /** No rule takes the event, or the recipient has no address. */
  public static final String UNROUTED = "unrouted";

  /** The recipient wants no alerts any more: its address has said 410. */
  public static final String DISABLED = "disabled";

  private static final long ONLY_VERSION = 1;

  private final Map<String, Region.Point> municipalities = new HashMap<>();

  /**
   * @param region the region whose events they are
   */
  public AlertDocument(Region region) {
    region
        .municipalities()
        .forEach(municipality -> municipalities.put(municipality.name(), municipality.centroid()));
  }

  /** Of an event that nobody is told of. */
  public Document unrouted(AlertEvent event, @Nullable String recipient, @Nullable String rule) {
    ObjectNode json = document(event, recipient, rule, UNROUTED, List.of());
    String id = Notice.webhookId(event, recipient == null ? "" : recipient);
    return new Document(INDEX, id, ONLY_VERSION, Json.bytes(json));
  }

  /** Of a notice that was held back. */
  public Document throttled(Notice notice) {
    ObjectNode json =
        document(notice.event(), notice.recipient(), notice.rule(), THROTTLED, List.of());
    return new Document(INDEX, notice.webhookId(), ONLY_VERSION, Json.bytes(json));
  }

  /**
   * Of a delivery in any other state.
   *
   * @param at when it came into that state
   */
  public Document of(Delivery delivery, String state, Instant at) {
    Notice notice = delivery.notice();
    ObjectNode json =
        document(notice.event(), notice.recipient(), notice.rule(), state, delivery.attempts());
    json.put("webhookId", notice.webhookId());
    if (state.equals(WAITING)) {
      json.put("nextAttemptAt", delivery.nextAttemptAt().toString());
    }
    if (state.equals(DELIVERED)) {
      json.put("deliveredAt", at.toString());
    }
    return new Document(INDEX, notice.webhookId(), delivery.version(), Json.bytes(json));
  }

  private ObjectNode document(
      AlertEvent event,
      @Nullable String recipient,
      @Nullable String rule,
      String state,
      List<Attempt> attempts) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("eventId", event.id());
    json.put("kind", event.kind());
    json.put("region", event.region());
    json.put("time", event.time().toString());
    json.put("municipality", event.municipality());
    json.put("theme", event.theme());
    json.put("severity", event.severity());
    json.put("summary", event.summary());
    json.set("posts", Json.mapper().valueToTree(event.posts()));
    json.set("figures", Json.mapper().valueToTree(event.figures()));
    json.set("facts", Json.mapper().valueToTree(event.facts()));
    if (rule != null) {
      json.put("rule", rule);
    }
    if (recipient != null) {
      json.put("recipient", recipient);
    }
    json.put("state", state);
    json.put("attemptCount", attempts.size());
    ArrayNode list = json.putArray("attempts");
    for (Attempt attempt : attempts) {
      ObjectNode one = list.addObject().put("at", attempt.at().toString());
      if (attempt.status() != null) {
        one.put("status", attempt.status());
      }
      if (attempt.error() != null) {
        one.put("error", attempt.error());
      }
    }
    Region.Point point =
        event.municipality() == null ? null : municipalities.get(event.municipality());
    if (point != null) {
      json.putObject("location").put("lat", point.lat()).put("lon", point.lon());
    }
    return json;
  }
}
