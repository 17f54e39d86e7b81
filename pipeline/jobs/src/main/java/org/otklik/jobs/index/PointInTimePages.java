package org.otklik.jobs.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.elasticsearch.client.Request;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Json;

/**
 * All documents, or a slice of them, that a query finds in the state of an index that the server
 * keeps, page by page.
 */
final class PointInTimePages {
  /** How long the server keeps the state between two pages. */
  static final String KEEP_ALIVE = "5m";

  /** Asks the server and reads its answer. */
  interface Server {
    JsonNode ask(Request request) throws IOException;
  }

  /**
   * What is asked.
   *
   * @param query a query as JSON
   * @param fields the fields to be read; all when there are none
   * @param size documents of a page, at most 10,000
   * @param slice number of the slice, from 0
   * @param slices how many slices there are; 1 for the whole
   */
  record Question(String query, List<String> fields, int size, int slice, int slices) {}

  private final Server server;
  private final Question question;
  private final JsonNode query;
  private String pointInTime;
  private @Nullable JsonNode after;
  private long total = -1;
  private boolean ended;

  /**
   * @param pointInTime the state's name
   * @param after where to go on, as {@link #after} told it; null to begin
   */
  PointInTimePages(Server server, Question question, String pointInTime, @Nullable String after)
      throws IOException {
    this.server = server;
    this.question = question;
    this.query = Json.mapper().readTree(question.query());
    this.pointInTime = pointInTime;
    this.after = after == null ? null : Json.mapper().readTree(after);
  }

  /** Lets the server keep the state of an index and tells the state's name. */
  static String open(Server server, String index) throws IOException {
    Request open = new Request("POST", "/" + index + "/_pit");
    open.addParameter("keep_alive", KEEP_ALIVE);
    return server.ask(open).path("id").asText();
  }

  /** Lets the server forget a state. */
  static void forget(Server server, String pointInTime) throws IOException {
    Request forget = new Request("DELETE", "/_pit");
    forget.setJsonEntity(Json.mapper().createObjectNode().put("id", pointInTime).toString());
    server.ask(forget);
  }

  /** The next hits; empty when there are no more. */
  List<JsonNode> next() throws IOException {
    if (ended) {
      return List.of();
    }
    Request search = new Request("POST", "/_search");
    boolean first = total < 0;
    search.setJsonEntity(body(first));
    JsonNode answer = server.ask(search);
    if (answer.path("timed_out").asBoolean() || answer.at("/_shards/failed").asInt() > 0) {
      throw new IOException("the search is incomplete: " + answer.path("_shards"));
    }
    // The server may name the state anew with each answer.
    pointInTime = answer.path("pit_id").asText(pointInTime);
    if (first) {
      total = answer.at("/hits/total/value").asLong();
    }
    List<JsonNode> page = new ArrayList<>();
    for (JsonNode hit : answer.at("/hits/hits")) {
      page.add(hit);
      after = hit.path("sort");
    }
    ended = page.size() < question.size();
    return page;
  }

  private String body(boolean first) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("size", question.size());
    body.put("track_total_hits", first);
    body.set("query", query);
    if (!question.fields().isEmpty()) {
      body.set("_source", Json.mapper().valueToTree(question.fields()));
    }
    body.putObject("pit").put("id", pointInTime).put("keep_alive", KEEP_ALIVE);
    if (question.slices() > 1) {
      body.putObject("slice").put("id", question.slice()).put("max", question.slices());
    }
    body.putArray("sort").add("_shard_doc");
    if (after != null) {
      body.set("search_after", after);
    }
    return body.toString();
  }

  /** The state's newest name. */
  String pointInTime() {
    return pointInTime;
  }

  /** How many documents the query finds, as the server counts them; known after the first page. */
  long total() {
    return total;
  }

  /** Whether the last page has been read. */
  boolean ended() {
    return ended;
  }
}
