package org.otklik.jobs.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Speaks points in time, searches by pages and versioned writes as Elasticsearch 8.19 does. */
final class SearchServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final int documents;
  private final List<String> requests = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();
  private int named;
  private int brokenPage = -1;
  private int counted;
  private boolean without;

  /**
   * @param documents how many every search finds; their sources are {"n":0}, {"n":1}, …
   */
  SearchServer(int documents) throws IOException {
    this.documents = documents;
    this.counted = documents;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From this page on, counted from 0, a shard of each search fails. */
  SearchServer breakAtPage(int page) {
    brokenPage = page;
    return this;
  }

  /** It counts one document more than it gives. */
  SearchServer countingOneMore() {
    counted++;
    return this;
  }

  /** It has no index at all. */
  SearchServer withoutIndex() {
    without = true;
    return this;
  }

  /** Method and path of each request; of a deletion the state's name too. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  /** Waits until a request with this beginning has come, at most half a minute. */
  synchronized void awaitRequest(String beginning) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (requests.stream().noneMatch(request -> request.startsWith(beginning))) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("there came no " + beginning + ", only " + requests);
      }
      wait(left);
    }
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    String path = exchange.getRequestURI().getPath();
    requests.add(
        exchange.getRequestMethod()
            + " "
            + path
            + (exchange.getRequestMethod().equals("DELETE") ? " " + body.path("id").asText() : ""));
    notifyAll();
    ObjectNode answer = JSON.createObjectNode();
    int status = 200;
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(without ? 404 : 200, -1);
      exchange.close();
      return;
    }
    if (path.endsWith("/_pit")) {
      answer.put("id", "state-" + named);
    } else if (path.equals("/_search")) {
      status = search(body, answer);
    } else {
      status = write(path, exchange.getRequestURI().getQuery(), answer);
    }
    byte[] bytes = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private int search(JsonNode body, ObjectNode answer) {
    if (!body.at("/pit/id").asText().equals("state-" + named)) {
      answer.putObject("error").put("type", "search_context_missing_exception");
      return 404;
    }
    answer.putObject("_shards").put("failed", named == brokenPage ? 1 : 0);
    named++;
    answer.put("pit_id", "state-" + named);
    ObjectNode found = answer.putObject("hits");
    found.putObject("total").put("value", counted);
    ArrayNode hits = found.putArray("hits");
    int first = body.at("/search_after/0").asInt(-1) + 1;
    for (int n = first; n < Math.min(documents, first + body.path("size").asInt()); n++) {
      ObjectNode hit = hits.addObject();
      hit.put("_id", "id-" + n);
      hit.putObject("_source").put("n", n);
      hit.putArray("sort").add(n);
    }
    return 200;
  }

  private int write(String path, String query, ObjectNode answer) {
    long version = Long.parseLong(query.replaceAll(".*\\bversion=(\\d+).*", "$1"));
    if (!query.contains("version_type=external_gte") || versions.getOrDefault(path, 0L) > version) {
      answer.putObject("error").put("type", "version_conflict_engine_exception");
      return 409;
    }
    versions.put(path, version);
    return 200;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
