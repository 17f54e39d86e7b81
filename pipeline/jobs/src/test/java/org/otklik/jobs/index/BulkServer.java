package org.otklik.jobs.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the bulk API as Elasticsearch 8.19 does (status codes, error types and the order of checks
 * were read off the real server) and fails when told to.
 */
final class BulkServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A document as it is in an index. */
  record Stored(long version, String body) {}

  /** What the server does with a whole request instead of answering it. */
  private record Trouble(int status, @Nullable String type, String reason) {}

  private static final int DROPPED = -1;
  private static final int HELD = -2;

  private final Map<String, Stored> documents = new HashMap<>();
  private final List<Integer> batches = new ArrayList<>();
  private final List<String> authorizations = new ArrayList<>();
  private final Map<String, Integer> accepted = new HashMap<>();
  private final Queue<Trouble> troubles = new ArrayDeque<>();
  private final Map<String, Queue<Trouble>> itemTroubles = new HashMap<>();
  private final Set<String> malformed = new HashSet<>();
  private final Semaphore held = new Semaphore(0);
  private final Semaphore received = new Semaphore(0);
  private final int port;
  private int greatestRequest = Integer.MAX_VALUE;
  private @Nullable HttpServer server;
  private @Nullable ExecutorService threads;

  BulkServer() throws IOException {
    start(0);
    this.port = running().getAddress().getPort();
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The next request is answered with this status and error. */
  synchronized BulkServer failNext(int status, String type, String reason) {
    troubles.add(new Trouble(status, type, reason));
    return this;
  }

  /** The next request is answered by closing the connection. */
  synchronized BulkServer dropNext() {
    troubles.add(new Trouble(DROPPED, null, ""));
    return this;
  }

  /** The next request is worked on but never answered. */
  synchronized BulkServer holdNext() {
    troubles.add(new Trouble(HELD, null, ""));
    return this;
  }

  /** Waits for a request; each counts once. */
  void awaitRequest() {
    received.acquireUninterruptibly();
  }

  /** The next time that this document comes it fails by itself. */
  synchronized BulkServer failItemOnce(String id, int status, String type, String reason) {
    itemTroubles
        .computeIfAbsent(id, key -> new ArrayDeque<>())
        .add(new Trouble(status, type, reason));
    return this;
  }

  /**
   * This document fails the whole request with 400, as one with an impossible version or id does.
   */
  synchronized BulkServer refuseRequestsWith(String id) {
    malformed.add(id);
    return this;
  }

  /** Requests of more bytes are answered with 413. */
  synchronized BulkServer limitRequests(int bytes) {
    greatestRequest = bytes;
    return this;
  }

  /** Goes away: connections are refused. */
  void stop() {
    running().stop(0);
    if (threads != null) {
      threads.shutdownNow();
    }
    server = null;
  }

  /** Comes back on the same port, with its documents. */
  void restart() throws IOException {
    start(port);
  }

  synchronized @Nullable Stored document(String index, String id) {
    return documents.get(index + "/" + id);
  }

  synchronized int count() {
    return documents.size();
  }

  /** How often this document was written. */
  synchronized int timesAccepted(String index, String id) {
    return accepted.getOrDefault(index + "/" + id, 0);
  }

  /** How many documents each request held, refused requests included. */
  synchronized List<Integer> batches() {
    return List.copyOf(batches);
  }

  /** The Authorization header of each request; empty where there was none. */
  synchronized List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  @Override
  public void close() {
    held.release(1000);
    if (server != null) {
      stop();
    }
  }

  private HttpServer running() {
    if (server == null) {
      throw new IllegalStateException("the server is away");
    }
    return server;
  }

  private void start(int wantedPort) throws IOException {
    HttpServer created =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wantedPort), 0);
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "bulk-server");
              thread.setDaemon(true);
              return thread;
            });
    created.setExecutor(threads);
    created.createContext("/", this::handle);
    created.start();
    server = created;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Trouble trouble;
    synchronized (this) {
      List<String> authorization = exchange.getRequestHeaders().get("Authorization");
      authorizations.add(authorization == null ? "" : authorization.get(0));
      String[] lines = new String(body, StandardCharsets.UTF_8).split("\n", -1);
      batches.add(lines.length / 2);
      trouble = body.length > greatestRequest ? new Trouble(413, null, "") : troubles.poll();
    }
    received.release();
    if (trouble == null) {
      answer(exchange, 200, write(body));
    } else if (trouble.status() == DROPPED) {
      exchange.close();
    } else if (trouble.status() == HELD) {
      ObjectNode answer = write(body);
      held.acquireUninterruptibly();
      answer(exchange, 200, answer);
    } else {
      answer(exchange, trouble.status(), error(trouble));
    }
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode answer)
      throws IOException {
    // The real server answers 413 without a body.
    byte[] bytes = status == 413 ? new byte[0] : JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(
        answer.path("status").asInt(status), bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static ObjectNode error(Trouble trouble) {
    ObjectNode answer = JSON.createObjectNode();
    answer.putObject("error").put("type", trouble.type()).put("reason", trouble.reason());
    return answer.put("status", trouble.status());
  }

  private synchronized ObjectNode write(byte[] body) {
    String[] lines = new String(body, StandardCharsets.UTF_8).split("\n", -1);
    if (lines.length % 2 != 1 || !lines[lines.length - 1].isEmpty()) {
      return error(
          new Trouble(
              400,
              "illegal_argument_exception",
              "The bulk request must be terminated by a newline"));
    }
    try {
      for (int i = 0; i + 1 < lines.length; i += 2) {
        if (malformed.contains(JSON.readTree(lines[i]).at("/index/_id").asText())) {
          return error(
              new Trouble(
                  400,
                  "action_request_validation_exception",
                  "Validation Failed: 1: illegal version value"));
        }
      }
      ObjectNode answer = JSON.createObjectNode().put("errors", false);
      ArrayNode items = answer.putArray("items");
      for (int i = 0; i + 1 < lines.length; i += 2) {
        Trouble trouble = write(JSON.readTree(lines[i]).path("index"), lines[i + 1]);
        ObjectNode item = items.addObject().putObject("index").put("status", trouble.status());
        if (trouble.type() != null) {
          item.set("error", error(trouble).path("error"));
          answer.put("errors", true);
        }
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Trouble write(JsonNode metadata, String body) {
    if (!metadata.path("version_type").asText().equals("external_gte")) {
      throw new IllegalArgumentException("not an external version: " + metadata);
    }
    String id = metadata.path("_id").asText();
    Queue<Trouble> scripted = itemTroubles.get(id);
    if (scripted != null && !scripted.isEmpty()) {
      return scripted.remove();
    }
    String key = metadata.path("_index").asText() + "/" + id;
    long version = metadata.path("version").asLong();
    Stored present = documents.get(key);
    if (present != null && version < present.version()) {
      return new Trouble(409, "version_conflict_engine_exception", "current version is higher");
    }
    documents.put(key, new Stored(version, body));
    accepted.merge(key, 1, Integer::sum);
    return new Trouble(present == null ? 201 : 200, null, "");
  }
}
