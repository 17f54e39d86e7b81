package org.otklik.local.kibana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.otklik.jobs.Json;

/** A Kibana: what it is, and the import of saved objects into it. */
public final class Kibana {
  private static final int OLDEST_MAJOR = 8;
  private static final int OLDEST_MINOR = 19;
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\..*");
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int LONGEST_QUOTE = 500;

  /** An answer that takes longer is worth a word; and again after as long. */
  private static final long SILENCE_MILLIS = 2_000;

  private final KibanaSettings settings;
  private final Consumer<String> progress;
  private final HttpClient client;

  /**
   * @param progress hears what is waited for when it takes long, in lower case and without a full
   *     stop
   */
  public Kibana(KibanaSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT);
    ProxySelector proxies = ProxySelector.getDefault();
    this.client = (proxies == null ? builder : builder.proxy(proxies)).build();
  }

  /**
   * Makes sure that there is a Kibana that is ready, new enough, and has the space.
   *
   * @return its version, for example {@code 8.19.3}
   * @throws KibanaFailure if not; says what to do
   * @throws IllegalArgumentException if there is no such space
   */
  public String check() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(request(settings.outsideOfSpaces("/api/status")).GET(), "Kibana's status");
    JsonNode status = json(answer.body());
    boolean kibana = status.at("/status/overall/level").isTextual();
    if (!kibana && answer.statusCode() == 503) {
      throw new KibanaFailure(
          settings.address()
              + " is not ready: "
              + quote(answer.body())
              + ". Kibana may be starting: try again in a minute");
    }
    if (answer.statusCode() != 200 && !kibana) {
      throw refusal(answer, "does not tell its status");
    }
    if (!kibana) {
      throw notKibana(answer);
    }
    String level = status.at("/status/overall/level").asText();
    if (level.equals("unavailable") || level.equals("critical")) {
      throw new KibanaFailure(
          "Kibana at "
              + settings.address()
              + " is "
              + level
              + ": "
              + quote(status.at("/status/overall/summary").asText("no reason given"))
              + ". Look at its log, above all whether it reaches Elasticsearch");
    }
    String version = status.at("/version/number").asText();
    if (version.isEmpty()) {
      throw new KibanaFailure(
          "Kibana at "
              + settings.address()
              + " tells its version only to users it knows: "
              + loginAdvice());
    }
    checkVersion(version);
    checkSpace();
    return version;
  }

  private void checkVersion(String version) throws KibanaFailure {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      throw new KibanaFailure(
          "Kibana at " + settings.address() + " says it is version «" + quote(version) + "»");
    }
    int major = Integer.parseInt(parts.group(1));
    int minor = Integer.parseInt(parts.group(2));
    if (major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR)) {
      throw new KibanaFailure(
          "Kibana at %s is version %s, the dashboards need %d.%d or newer: upgrade Kibana"
              .formatted(settings.address(), version, OLDEST_MAJOR, OLDEST_MINOR));
    }
  }

  /** Kibana itself takes objects for a space that does not exist, and nobody ever sees them. */
  private void checkSpace() throws IOException, InterruptedException {
    if (settings.space() == null) {
      return;
    }
    HttpResponse<String> answer =
        send(
            request(settings.outsideOfSpaces("/api/spaces/space/" + settings.space())).GET(),
            "the space");
    if (answer.statusCode() == 404) {
      throw new IllegalArgumentException(
          "Kibana at "
              + settings.address()
              + " has no space «"
              + settings.space()
              + "»: create it in Stack Management, Spaces, or leave --space out");
    }
    if (answer.statusCode() != 200) {
      throw refusal(answer, "does not show the space «" + settings.space() + "»");
    }
  }

  /**
   * Imports objects; those that are there already are replaced, so that it may be repeated.
   *
   * @return what became of each; some may be refused while others are taken
   * @throws KibanaFailure if Kibana refuses the whole
   */
  public ImportReport importObjects(SavedObjects objects) throws IOException, InterruptedException {
    String boundary = "otklik-" + UUID.randomUUID();
    // Kibana takes a file only if its name ends so.
    String body =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"otklik.ndjson\"\r\n"
            + "Content-Type: application/ndjson\r\n\r\n"
            + objects.ndjson()
            + "\r\n--"
            + boundary
            + "--\r\n";
    HttpResponse<String> answer =
        send(
            request(settings.inSpace("/api/saved_objects/_import?overwrite=true"))
                .header("kbn-xsrf", "otklik")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)),
            "the import");
    if (answer.statusCode() != 200) {
      throw refusal(answer, "does not take the import");
    }
    JsonNode result = json(answer.body());
    if (!result.path("success").isBoolean()) {
      throw notKibana(answer);
    }
    ImportReport report = ImportReport.of(result);
    if (report.imported().size() + report.refused().size() < objects.all().size()) {
      throw new KibanaFailure(
          "Kibana at %s tells of %d objects, it was given %d: %s"
              .formatted(
                  settings.address(),
                  report.imported().size() + report.refused().size(),
                  objects.all().size(),
                  quote(answer.body())));
    }
    return report;
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(settings.timeout())
            .header("Accept", "application/json");
    if (settings.username() != null) {
      byte[] pair =
          (settings.username() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String what)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    long started = System.nanoTime();
    while (true) {
      try {
        return answer.get(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException silence) {
        Duration waited = Duration.ofNanos(System.nanoTime() - started);
        if (waited.compareTo(settings.timeout()) > 0) { // the client's own limit ends at the body
          answer.cancel(true);
          throw unreachable(new HttpTimeoutException("no whole answer"));
        }
        progress.accept("waiting for %s, %d s so far".formatted(what, waited.toSeconds()));
      } catch (ExecutionException e) {
        throw unreachable(e.getCause());
      } catch (InterruptedException e) {
        answer.cancel(true);
        throw e;
      }
    }
  }

  private KibanaFailure unreachable(Throwable cause) {
    String advice;
    if (cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)) {
      advice =
          "has not answered within " + settings.timeout().toSeconds() + " s: look at Kibana's log";
    } else if (cause instanceof SSLException) {
      advice =
          "can't be spoken to over TLS ("
              + cause.getMessage()
              + "): check that it is an address for https, and that Java trusts its certificate (-Djavax.net.ssl.trustStore)";
    } else {
      advice =
          "can't be reached ("
              + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
              + "): check that Kibana runs, and that it is an address for "
              + settings.address().getScheme();
    }
    return new KibanaFailure("Kibana at " + settings.address() + " " + advice, cause);
  }

  private KibanaFailure refusal(HttpResponse<String> answer, String what) {
    int status = answer.statusCode();
    String location = answer.headers().firstValue("Location").orElse("elsewhere");
    String advice =
        switch (status) {
          case 301, 302, 303, 307, 308 ->
              "it sends to «"
                  + quote(location)
                  + "»: give the address with Kibana's base path, or log in past the proxy";
          case 401 -> loginAdvice();
          case 403 ->
              "give the user "
                  + (settings.username() == null ? "" : "«" + settings.username() + "» ")
                  + "all rights in Kibana on Discover, Dashboard, Visualize, Maps, data views and Saved Objects Management";
          case 404, 405 -> "check that it is Kibana's address (not Elasticsearch's) and base path";
          case 409 -> "somebody else changes the same objects: try again";
          case 413 -> "raise savedObjects.maxImportPayloadBytes in kibana.yml";
          case 429, 502, 503, 504 -> "try again in a minute";
          default -> "see Kibana's log";
        };
    return new KibanaFailure(
        "Kibana at %s %s, status %d: %s. What to do: %s"
            .formatted(settings.address(), what, status, reason(answer.body()), advice));
  }

  private String loginAdvice() {
    return settings.username() == null
        ? "give a user with --user and its password in the environment variable OTKLIK_KIBANA_PASSWORD"
        : "check the user «"
            + settings.username()
            + "» and the password in OTKLIK_KIBANA_PASSWORD or OTKLIK_KIBANA_PASSWORD_FILE";
  }

  private KibanaFailure notKibana(HttpResponse<String> answer) {
    return new KibanaFailure(
        settings.address()
            + " is not Kibana; it answers: «"
            + quote(answer.body())
            + "». Kibana's own address usually ends in :5601");
  }

  private static String reason(String body) {
    JsonNode json = json(body);
    JsonNode message = json.path("message");
    if (message.isTextual()) {
      return quote(message.asText());
    }
    return body.isBlank() ? "no reason given" : quote(body);
  }

  private static JsonNode json(String body) {
    try {
      return Json.mapper().readTree(body);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static String quote(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
  }
}
