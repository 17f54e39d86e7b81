package org.otklik.jobs.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.elasticsearch.client.Request;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Json;

/**
 * All documents that a query finds, page by page, of one point in time: the server keeps the state
 * of the index from the first page on, until {@link #close}.
 */
final class IndexPages implements Closeable {
  /** How long the server keeps the state between two pages. */
  private static final String KEEP_ALIVE = "2m";

  /** Asks the server and reads its answer. */
  interface Server {
    JsonNode ask(Request request) throws IOException;
  }

  private final Server server;
  private final String index;
  private final JsonNode query;
  private final List<String> fields;
  private final int size;
  private @Nullable String pointInTime;
  private @Nullable JsonNode after;
  private boolean ended;

  /**
   * @param index full name of the index
   * @param query a query as JSON
   * @param fields the fields to be read; all when there are none
   * @param size documents of a page, at most 10,000
   */
  IndexPages(Server server, String index, String query, List<String> fields, int size)
      throws IOException {
    this.server = server;
    this.index = index;
    this.query = Json.mapper().readTree(query);
    this.fields = fields;
    this.size = size;
  }

  /** The sources of the next documents; empty when there are no more. */
  List<JsonNode> next() throws IOException {
    if (ended) {
      return List.of();
    }
    if (pointInTime == null) {
      Request open = new Request("POST", "/" + index + "/_pit");
      open.addParameter("keep_alive", KEEP_ALIVE);
      pointInTime = server.ask(open).path("id").asText();
    }
    Request search = new Request("POST", "/_search");
    search.setJsonEntity(body(pointInTime));
    JsonNode answer = server.ask(search);
    if (answer.path("timed_out").asBoolean() || answer.at("/_shards/failed").asInt() > 0) {
      throw new IOException("the search of " + index + " is incomplete: " + answer.path("_shards"));
    }
    // The server may name the state anew with each answer.
    pointInTime = answer.path("pit_id").asText(pointInTime);
    List<JsonNode> page = new ArrayList<>();
    for (JsonNode hit : answer.at("/hits/hits")) {
      page.add(hit.path("_source"));
      after = hit.path("sort");
    }
    ended = page.size() < size;
    return page;
  }

  private String body(String of) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("size", size);
    body.put("track_total_hits", false);
    body.set("query", query);
    if (!fields.isEmpty()) {
      body.set("_source", Json.mapper().valueToTree(fields));
    }
    body.putObject("pit").put("id", of).put("keep_alive", KEEP_ALIVE);
    body.putArray("sort").add("_shard_doc");
    if (after != null) {
      body.set("search_after", after);
    }
    return body.toString();
  }

  /** Lets the server forget the state. */
  @Override
  public void close() throws IOException {
    if (pointInTime != null) {
      Request forget = new Request("DELETE", "/_pit");
      forget.setJsonEntity(Json.mapper().createObjectNode().put("id", pointInTime).toString());
      server.ask(forget);
    }
  }
}
