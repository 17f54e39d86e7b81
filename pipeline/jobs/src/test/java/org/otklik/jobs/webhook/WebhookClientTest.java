package org.otklik.jobs.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request to a real server, which behaves well or badly. */
@Timeout(60)
class WebhookClientTest {
  private static final WebhookSecret SECRET = WebhookSecret.random();
  private static final String ID = "msg_0123456789abcdef";
  private static final String PAYLOAD = "{\"summary\":\"Энергетика, Холмский\"}";

  @Test
  void signsWhatTheReceiverCanVerify() throws Exception {
    try (Receiver receiver = Receiver.answering(204)) {
      Answer answer = send(receiver.address(), true);

      assertThat(answer.accepted()).isTrue();
      Receiver.Received request = receiver.received().get(0);
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.body()).isEqualTo(PAYLOAD);
      assertThat(request.webhookId()).isEqualTo(ID);
      assertThat(request.headers().get("Content-type"))
          .isEqualTo(List.of("application/cloudevents+json"));
      SECRET.verify(request.body(), request.headers());
    }
  }

  @Test
  void doesNotFollowARedirect() throws Exception {
    try (Receiver elsewhere = Receiver.answering(204);
        Receiver receiver = Receiver.answering(301, "Location", elsewhere.address().toString())) {
      Answer answer = send(receiver.address(), true);

      assertThat(answer.status()).isEqualTo(301);
      assertThat(answer.accepted()).isFalse();
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void asksOnceAndHandsOnRetryAfter() throws Exception {
    try (Receiver receiver = Receiver.answering(503, "Retry-After", "120")) {
      Answer answer = send(receiver.address(), true);

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.retryAfter()).isEqualTo("120");
      assertThat(receiver.received()).hasSize(1);
    }
  }

  @Test
  void givesUpOnAReceiverThatHangs() throws Exception {
    try (Receiver receiver = Receiver.hanging()) {
      Answer answer = send(receiver.address(), true);

      assertThat(answer.status()).isNull();
      assertThat(answer.error()).contains("within 500 ms");
    }
  }

  @Test
  void givesUpOnABodyThatDoesNotEnd() throws Exception {
    try (Receiver receiver = Receiver.slow()) {
      Answer answer = send(receiver.address(), true);

      assertThat(answer.status()).isNull();
      assertThat(answer.error()).contains("within 500 ms");
    }
  }

  @Test
  void readsNoMoreThanALittleOfALongBody() throws Exception {
    AtomicInteger written = new AtomicInteger();
    try (Receiver receiver =
        new Receiver(
            (exchange, number) -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] block = new byte[1 << 16];
              for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(block);
                written.incrementAndGet();
              }
            })) {
      Answer answer = send(receiver.address(), true);

      assertThat(answer.accepted()).isTrue();
      assertThat(written).hasValueLessThan(1_000);
    }
  }

  @Test
  void tellsThatNobodyListens() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Answer answer = send(URI.create("http://127.0.0.1:" + port + "/"), true);

    assertThat(answer.status()).isNull();
    assertThat(answer.error()).contains("refused");
  }

  /** Else its delivery would stay in flight for ever. */
  @Test
  void answersAlsoWhenTheMachineBreaks() throws Exception {
    DnsResolver broken =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            throw new NoClassDefFoundError("on purpose");
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    try (WebhookClient client =
        new WebhookClient(endpoint(URI.create("http://host.example"), true, 1), "test", broken)) {
      Answer answer = post(client).get(10, TimeUnit.SECONDS);

      assertThat(answer.status()).isNull();
      assertThat(answer.error()).contains("NoClassDefFoundError");
    }
  }

  @Test
  void takesUpTheNextRequestAfterOneThatHung() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Receiver receiver =
            new Receiver(
                (exchange, number) -> {
                  if (number == 1) {
                    never.await();
                  }
                  exchange.sendResponseHeaders(204, -1);
                });
        WebhookClient client = new WebhookClient(endpoint(receiver.address(), true, 1), "test")) {
      CompletableFuture<Answer> first = post(client);
      CompletableFuture<Answer> second = post(client);

      assertThat(first.get().status()).isNull();
      assertThat(second.get().accepted()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "[::ffff:127.0.0.1]"})
  void refusesToCallOurOwnServers(String host) throws Exception {
    try (Receiver receiver = Receiver.answering(204)) {
      Answer answer = send(URI.create("http://" + host + ":" + receiver.port() + "/"), false);

      assertThat(answer.status()).isNull();
      assertThat(answer.error()).contains("not public").contains("allow-private");
      assertThat(receiver.received()).isEmpty();
    }
  }

  /** The name led outside when somebody looked before; what counts is where it leads now. */
  @Test
  void refusesANameThatSuddenlyLeadsInside() throws Exception {
    ChangingResolver resolver = new ChangingResolver();
    assertThat(new PublicAddresses(resolver).resolve("rebinding.example")).hasSize(1);
    try (Receiver receiver = Receiver.answering(204);
        WebhookClient client =
            new WebhookClient(
                endpoint(URI.create("http://rebinding.example:" + receiver.port()), false, 1),
                "test",
                resolver)) {
      Answer answer = post(client).get();

      assertThat(answer.error()).contains("not public");
      assertThat(receiver.received()).isEmpty();
    }
  }

  /** Leads outside at the first look-up, and inside from the second on. */
  private static final class ChangingResolver implements DnsResolver {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      String address = asked.incrementAndGet() == 1 ? "192.175.48.1" : "127.0.0.1";
      return new InetAddress[] {InetAddress.getByName(address)};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  /** One look-up for each connection: between check and connection there is none. */
  @Test
  void connectsWhereTheCheckedLookUpLeads() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    DnsResolver counting =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            asked.incrementAndGet();
            return SystemDefaultDnsResolver.INSTANCE.resolve("127.0.0.1");
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    try (Receiver receiver = Receiver.answering(204);
        WebhookClient client =
            new WebhookClient(
                endpoint(URI.create("http://no-such-host.invalid:" + receiver.port()), true, 1),
                "test",
                counting)) {
      assertThat(post(client).get().accepted()).isTrue();
      assertThat(asked).hasValue(1);
    }
  }

  private static Answer send(URI address, boolean allowPrivate) throws Exception {
    try (WebhookClient client = new WebhookClient(endpoint(address, allowPrivate, 2), "test")) {
      return post(client).get();
    }
  }

  private static CompletableFuture<Answer> post(WebhookClient client) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    client.post(ID, PAYLOAD.getBytes(StandardCharsets.UTF_8), answer::complete);
    return answer;
  }

  private static Endpoint endpoint(URI address, boolean allowPrivate, int parallel)
      throws IOException {
    return new Endpoint(
        address, SECRET, allowPrivate, parallel, Duration.ofMillis(400), Duration.ofMillis(500));
  }
}
