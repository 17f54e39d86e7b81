package org.otklik.jobs.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server of others, which behaves as a test wants. */
public final class Receiver implements AutoCloseable {
  /** How a request is answered. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(HttpExchange exchange, int number) throws IOException, InterruptedException;
  }

  /** A request as it came. */
  public record Received(
      String method, String body, Map<String, List<String>> headers, int number) {
    public String webhookId() {
      return headers.get("Webhook-id").get(0);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  public Receiver(Behaviour behaviour) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          int number;
          synchronized (received) {
            number = received.size() + 1;
            received.add(
                new Received(
                    exchange.getRequestMethod(),
                    body,
                    Map.copyOf(exchange.getRequestHeaders()),
                    number));
          }
          try {
            behaviour.answer(exchange, number);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            exchange.close();
          }
        });
    server.start();
  }

  /** Answers every request with that status. */
  public static Receiver answering(int status) throws IOException {
    return new Receiver((exchange, number) -> exchange.sendResponseHeaders(status, -1));
  }

  /** Answers with that status and a header. */
  public static Receiver answering(int status, String header, String value) throws IOException {
    return new Receiver(
        (exchange, number) -> {
          exchange.getResponseHeaders().set(header, value);
          exchange.sendResponseHeaders(status, -1);
        });
  }

  /** Takes requests and says nothing. */
  public static Receiver hanging() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    return new Receiver((exchange, number) -> never.await());
  }

  /** Says 200 at once, and then its body for ever, a byte at a time. */
  public static Receiver slow() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    return new Receiver(
        (exchange, number) -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream body = exchange.getResponseBody();
          while (!never.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            body.write('.');
            body.flush();
          }
        });
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/alerts");
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
