package org.otklik.local.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Json;

/**
 * What {@code otklik setup kibana} uses of Kibana's API, as its documentation and source describe
 * it: the status, the spaces, the import with its ways to refuse. It keeps the objects by space.
 */
public final class FakeKibana implements AutoCloseable {
  private static final Set<String> TYPES =
      Set.of("index-pattern", "lens", "map", "search", "links", "visualization", "dashboard");
  private static final Pattern IMPORT =
      Pattern.compile("(?:/s/([a-z0-9_-]+))?/api/saved_objects/_import");
  private static final Pattern PART =
      Pattern.compile(
          "--(\\S+)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"([^\"]+)\"\r\n"
              + "Content-Type: [^\r]+\r\n\r\n(.*)\r\n--\\1--\r\n",
          Pattern.DOTALL);

  /** Answers one path in another way than Kibana would; null to leave it to the fake. */
  @FunctionalInterface
  public interface Exception {
    @Nullable Answer answer(String path) throws InterruptedException;
  }

  /**
   * @param location where it sends to; null for nowhere
   */
  public record Answer(int status, String body, @Nullable String location) {
    public Answer(int status, String body) {
      this(status, body, null);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Map<String, JsonNode>> objectsBySpace = new ConcurrentHashMap<>();
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private final Map<String, String> otherIds = new ConcurrentHashMap<>();
  private volatile String version = "8.19.3";
  private volatile @Nullable String credentials;
  private volatile boolean mayImport = true;
  private volatile Exception exception = path -> null;

  public FakeKibana() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Its address, with a port that was free. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void isVersion(String newVersion) {
    version = newVersion;
  }

  void knowsOnly(String user, String password) {
    credentials =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  void forbidsImports() {
    mayImport = false;
  }

  void hasSpace(String id) {
    objectsBySpace.put(id, new TreeMap<>());
  }

  /** Makes the import refuse an object with this error. */
  public void refuses(String id, String error) {
    refusals.put(id, error);
  }

  /** As if the id were taken in another space. */
  void renames(String id, String otherId) {
    otherIds.put(id, otherId);
  }

  void answersInstead(Exception newException) {
    exception = newException;
  }

  /** The objects of a space by type and id. */
  public Map<String, JsonNode> objects(String space) {
    return objectsBySpace.getOrDefault(space, Map.of());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Answer answer;
      try {
        answer = exception.answer(exchange.getRequestURI().getPath());
      } catch (InterruptedException e) {
        return;
      }
      if (answer == null) {
        answer = answer(exchange, body);
      }
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      if (answer.location() != null) {
        exchange.getResponseHeaders().set("Location", answer.location());
      }
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(HttpExchange exchange, String body) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String stated = exchange.getRequestHeaders().getFirst("Authorization");
    boolean known = credentials == null || credentials.equals(stated);
    if (path.equals("/api/status")) {
      if (!known && stated != null) {
        return error(401, "Unauthorized", "[security_exception] unable to authenticate user");
      }
      return new Answer(200, status(known));
    }
    if (!known) {
      return error(401, "Unauthorized", "[security_exception] missing authentication credentials");
    }
    if (path.startsWith("/api/spaces/space/")) {
      String id = path.substring(path.lastIndexOf('/') + 1);
      return objectsBySpace.containsKey(id)
          ? new Answer(200, "{\"id\":\"" + id + "\",\"disabledFeatures\":[]}")
          : error(404, "Not Found", "Not Found");
    }
    Matcher imports = IMPORT.matcher(path);
    if (imports.matches() && exchange.getRequestMethod().equals("POST")) {
      return importAnswer(exchange, imports.group(1) == null ? "default" : imports.group(1), body);
    }
    return error(404, "Not Found", "Not Found");
  }

  private String status(boolean known) {
    return known
        ? "{\"name\":\"kibana\",\"version\":{\"number\":\"%s\",\"build_snapshot\":false},\"status\":{\"overall\":{\"level\":\"available\",\"summary\":\"All services and plugins are available\"}}}"
            .formatted(version)
        : "{\"status\":{\"overall\":{\"level\":\"available\"}}}";
  }

  private Answer importAnswer(HttpExchange exchange, String space, String body) throws IOException {
    if (exchange.getRequestHeaders().getFirst("kbn-xsrf") == null) {
      return error(400, "Bad Request", "Request must contain a kbn-xsrf header.");
    }
    if (!mayImport) {
      return error(403, "Forbidden", "Unable to bulk_create dashboard,index-pattern");
    }
    Matcher part = PART.matcher(body);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (!part.matches() || !type.equals("multipart/form-data; boundary=" + part.group(1))) {
      return error(415, "Unsupported Media Type", "Unsupported Media Type");
    }
    if (!part.group(2).endsWith(".ndjson")) {
      return error(400, "Bad Request", "Invalid file extension");
    }
    boolean overwrite = "overwrite=true".equals(exchange.getRequestURI().getQuery());
    return new Answer(200, result(space, part.group(3).lines().toList(), overwrite).toString());
  }

  private ObjectNode result(String space, List<String> lines, boolean overwrite)
      throws IOException {
    Map<String, JsonNode> objects = objectsBySpace.computeIfAbsent(space, id -> new TreeMap<>());
    Map<String, JsonNode> given = new TreeMap<>();
    for (String line : lines) {
      JsonNode object = Json.mapper().readTree(line);
      given.put(object.path("type").asText() + "/" + object.path("id").asText(), object);
    }
    ArrayNode taken = Json.mapper().createArrayNode();
    ArrayNode refused = Json.mapper().createArrayNode();
    given.forEach(
        (key, object) -> {
          ObjectNode said = Json.mapper().createObjectNode();
          said.set("type", object.path("type"));
          said.set("id", object.path("id"));
          ObjectNode error = error(key, object, given, objects, overwrite);
          if (error == null) {
            String otherId = otherIds.get(object.path("id").asText());
            if (otherId != null) {
              said.put("destinationId", otherId);
            }
            taken.add(said);
            objects.put(key, object);
          } else {
            said.set("error", error);
            refused.add(said);
          }
        });
    ObjectNode result = Json.mapper().createObjectNode();
    result.put("success", refused.isEmpty());
    result.put("successCount", taken.size());
    result.set("successResults", taken);
    if (!refused.isEmpty()) {
      result.set("errors", refused);
    }
    return result;
  }

  private @Nullable ObjectNode error(
      String key,
      JsonNode object,
      Map<String, JsonNode> given,
      Map<String, JsonNode> objects,
      boolean overwrite) {
    ObjectNode error = Json.mapper().createObjectNode();
    String refusal = refusals.get(object.path("id").asText());
    if (refusal != null) {
      return error.put("type", refusal).put("message", "mapper_parsing_exception");
    }
    if (!TYPES.contains(object.path("type").asText())) {
      return error.put("type", "unsupported_type");
    }
    if (!overwrite && objects.containsKey(key)) {
      return error.put("type", "conflict");
    }
    ArrayNode missing = Json.mapper().createArrayNode();
    for (JsonNode reference : object.path("references")) {
      String type = reference.path("type").asText();
      String target = type + "/" + reference.path("id").asText();
      // Kibana looks only for these two.
      if (Set.of("index-pattern", "search").contains(type)
          && !given.containsKey(target)
          && !objects.containsKey(target)) {
        missing.add(reference);
      }
    }
    if (missing.isEmpty()) {
      return null;
    }
    error.put("type", "missing_references");
    error.set("references", missing);
    return error;
  }

  private static Answer error(int status, String error, String message) {
    return new Answer(
        status,
        Json.mapper()
            .createObjectNode()
            .put("statusCode", status)
            .put("error", error)
            .put("message", message)
            .toString());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
