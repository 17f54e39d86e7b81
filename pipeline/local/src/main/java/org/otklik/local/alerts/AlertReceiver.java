package org.otklik.local.alerts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.kafka.AlertTopic;
import org.otklik.jobs.webhook.UnverifiedWebhook;
import org.otklik.jobs.webhook.WebhookSecret;

/**
 * A small receiver of alerts on the loopback address. It takes what is signed with the secret and
 * not older than five minutes (204), refuses all else (401), and tells of each request in one
 * Russian line.
 */
public final class AlertReceiver implements AutoCloseable {
  private static final int MOST_BYTES = 1 << 20;
  private static final int THREADS = 4;
  private static final int NO_CONTENT = 204;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_ALLOWED = 405;
  private static final int TOO_LARGE = 413;
  private static final int UNAVAILABLE = 503;

  private static final Map<String, String> KINDS =
      Map.of(
          AlertEvent.BURST, "всплеск",
          AlertEvent.URGENT_MESSAGE, "срочное сообщение",
          AlertEvent.CLAIM_SPREADING, "слух расходится",
          AlertEvent.SOURCE_SILENT, "источник молчит",
          AlertEvent.TEST, "проверка");

  private final HttpServer server;
  private final ExecutorService threads;
  private final WebhookSecret secret;
  private final AtomicInteger toFail;
  private final Consumer<String> lines;
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();

  private AlertReceiver(
      HttpServer server, WebhookSecret secret, int failFirst, Consumer<String> lines) {
    this.server = server;
    this.secret = secret;
    this.toFail = new AtomicInteger(failFirst);
    this.lines = lines;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "alert-receiver");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @param secret what senders sign with
   * @param failFirst how many requests are answered 503 before the first is looked at
   * @param lines hears a line for each request, from several threads
   * @throws IOException when the port is taken
   */
  public static AlertReceiver start(
      int port, WebhookSecret secret, int failFirst, Consumer<String> lines) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    AlertReceiver receiver = new AlertReceiver(server, secret, failFirst, lines);
    server.setExecutor(receiver.threads);
    server.createContext("/", receiver::receive);
    server.start();
    return receiver;
  }

  /** Where alerts are to be sent. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** How many alerts have come, each counted once. */
  public int accepted() {
    return accepted.size();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status(exchange), -1);
    }
  }

  private int status(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return NOT_ALLOWED;
    }
    String webhookId = exchange.getRequestHeaders().getFirst("webhook-id");
    if (webhookId == null || !webhookId.matches("[\\w-]{1,80}")) {
      webhookId = "?"; // a sender that is not ours chooses what stands there
    }
    if (toFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      tell(UNAVAILABLE, webhookId, "не принято: отвечено отказом нарочно");
      return UNAVAILABLE;
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      tell(TOO_LARGE, webhookId, "не принято: слишком велико");
      return TOO_LARGE;
    }
    try {
      Map<String, List<String>> headers = exchange.getRequestHeaders();
      secret.verify(new String(body, StandardCharsets.UTF_8), headers);
    } catch (UnverifiedWebhook e) {
      tell(UNAUTHORIZED, webhookId, "не принято: подпись неверна (" + e.getMessage() + ")");
      return UNAUTHORIZED;
    }
    try {
      AlertEvent event = AlertTopic.fromCloudEvent(body);
      tell(NO_CONTENT, webhookId, (accepted.add(webhookId) ? "" : "повтор, ") + line(event));
      return NO_CONTENT;
    } catch (IOException e) {
      tell(BAD_REQUEST, webhookId, "не принято: подпись верна, но это не событие Otklik");
      return BAD_REQUEST;
    }
  }

  private static String line(AlertEvent event) {
    return "подпись верна, "
        + KINDS.getOrDefault(event.kind(), event.kind())
        + " (важность "
        + event.severity()
        + "): "
        + event.summary();
  }

  private void tell(int status, String webhookId, String what) {
    lines.accept(status + " " + webhookId + " " + what);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
