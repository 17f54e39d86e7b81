package org.otklik.jobs.webhook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends webhooks to one endpoint, signed. Each endpoint has threads, connections and a resolver of
 * its own: whatever one endpoint does, no other waits for it, and what one may connect to is never
 * used for another.
 *
 * <p>A request is tried once; redirects are not followed, proxies and cookies are not used, and of
 * an answer's body no more than a little is read.
 *
 * <p>The client is Apache's and not the JDK's because that has no hook for resolving names at the
 * moment of connecting.
 */
public final class WebhookClient implements Closeable {
  /** How CloudEvents in structured JSON are called. */
  static final ContentType CLOUD_EVENT = ContentType.create("application/cloudevents+json");

  private static final int MOST_BODY_BYTES = 4_096;
  private static final int IDLE_SECONDS = 30;

  private final Endpoint endpoint;
  private final CloseableHttpClient client;
  private final ThreadPoolExecutor requests;
  private final ScheduledThreadPoolExecutor limits;

  /**
   * @param endpoint where the webhooks go
   * @param name names the threads
   */
  public WebhookClient(Endpoint endpoint, String name) {
    this(endpoint, name, SystemDefaultDnsResolver.INSTANCE);
  }

  WebhookClient(Endpoint endpoint, String name, DnsResolver resolver) {
    this.endpoint = endpoint;
    this.client =
        client(endpoint, endpoint.allowPrivate() ? resolver : new PublicAddresses(resolver));
    ThreadFactory threads =
        task -> {
          Thread thread = new Thread(task, "webhook-" + name);
          thread.setDaemon(true);
          return thread;
        };
    this.requests =
        new ThreadPoolExecutor(
            endpoint.parallel(),
            endpoint.parallel(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            threads);
    requests.allowCoreThreadTimeOut(true);
    this.limits = new ScheduledThreadPoolExecutor(1, threads);
    limits.setRemoveOnCancelPolicy(true);
  }

  private static CloseableHttpClient client(Endpoint endpoint, DnsResolver resolver) {
    Timeout connect = Timeout.of(endpoint.connectTimeout());
    // Only should cancelling fail: the limit of a whole request is what ends it.
    Timeout silence = Timeout.of(endpoint.requestTimeout().multipliedBy(2));
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setMaxConnTotal(endpoint.parallel())
                .setMaxConnPerRoute(endpoint.parallel())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(silence)
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(silence)
                .setResponseTimeout(silence)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setConnectionReuseStrategy((sent, received, context) -> false) // alerts are rare
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .setUserAgent("otklik")
        .build();
  }

  /**
   * Sends a CloudEvent as soon as one of the endpoint's threads is free, and returns at once.
   *
   * @param webhookId the same for every attempt
   * @param cloudEvent the event in structured JSON
   * @param whenDone hears the answer once, in another thread; perhaps never after {@link #close}
   */
  public void post(String webhookId, byte[] cloudEvent, Consumer<Answer> whenDone) {
    requests.execute(() -> send(webhookId, cloudEvent, whenDone));
  }

  private void send(String webhookId, byte[] cloudEvent, Consumer<Answer> whenDone) {
    Instant startedAt = Instant.now();
    HttpPost request = request(webhookId, cloudEvent, startedAt);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    answer.thenAccept(whenDone);
    ScheduledFuture<?> limit;
    try {
      limit = endAfterLimit(request, answer, startedAt);
    } catch (RejectedExecutionException closed) {
      return;
    }
    try {
      answer.complete(exchange(request, startedAt));
    } catch (IOException | RuntimeException e) {
      answer.complete(Answer.failed(startedAt, reason(e)));
    } catch (Error e) {
      answer.complete(Answer.failed(startedAt, reason(e))); // whoever waits must hear something
      throw e;
    } finally {
      limit.cancel(false);
    }
  }

  private ScheduledFuture<?> endAfterLimit(
      HttpPost request, CompletableFuture<Answer> answer, Instant startedAt) {
    long millis = endpoint.requestTimeout().toMillis();
    return limits.schedule(
        () -> {
          answer.complete(Answer.failed(startedAt, "no whole answer within " + millis + " ms"));
          request.cancel();
        },
        millis,
        TimeUnit.MILLISECONDS);
  }

  private HttpPost request(String webhookId, byte[] cloudEvent, Instant now) {
    String payload = new String(cloudEvent, StandardCharsets.UTF_8);
    HttpPost request = new HttpPost(endpoint.address());
    request.setHeader("webhook-id", webhookId);
    request.setHeader("webhook-timestamp", now.getEpochSecond());
    request.setHeader(
        "webhook-signature", endpoint.secret().sign(webhookId, now.getEpochSecond(), payload));
    request.setEntity(new ByteArrayEntity(cloudEvent, CLOUD_EVENT));
    return request;
  }

  private Answer exchange(HttpPost request, Instant startedAt) throws IOException {
    ClassicHttpResponse response = client.executeOpen(null, request, null);
    try {
      Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
      if (!readToTheEnd(response)) {
        request.cancel(); // or closing would read the rest
      }
      return Answer.of(
          startedAt, response.getCode(), retryAfter == null ? null : retryAfter.getValue());
    } finally {
      Closer.closeQuietly(response); // complains about what is cut off
    }
  }

  private static boolean readToTheEnd(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() == null) {
      return true;
    }
    InputStream body = response.getEntity().getContent();
    return body == null || body.readNBytes(MOST_BODY_BYTES).length < MOST_BODY_BYTES;
  }

  private static String reason(Throwable failure) {
    if (failure instanceof PublicAddresses.RefusedAddress) {
      return failure.getMessage();
    }
    @Nullable String message = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message;
  }

  /** Ends all requests; who waits for an answer hears none. */
  @Override
  public void close() {
    requests.shutdownNow();
    limits.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
