package org.otklik.jobs.index;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;

/** Requests that are repeated while the server is away or unwell, until a common patience ends. */
final class PatientRequests {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

  private final ElasticsearchSettings settings;
  private final ElasticsearchConnection connection;
  private final Duration patience;
  private final Consumer<String> progress;
  private final long begin = System.nanoTime();
  private Duration nextReport = Duration.ZERO;

  /**
   * @param patience for all requests together, from now on
   * @param progress hears of the waiting, at first at once and then every ten seconds
   */
  PatientRequests(
      ElasticsearchSettings settings,
      ElasticsearchConnection connection,
      Duration patience,
      Consumer<String> progress) {
    this.settings = settings;
    this.connection = connection;
    this.patience = patience;
    this.progress = progress;
  }

  /**
   * The answer, sooner or later.
   *
   * @throws ResponseException if the server refuses the request's content
   * @throws ElasticsearchFailure if the server refuses the user or the address, or patience ends
   */
  Response ask(Request request) throws IOException, InterruptedException {
    while (true) {
      String reason;
      try {
        return connection.ask(request);
      } catch (ResponseException e) {
        int status = e.getResponse().getStatusLine().getStatusCode();
        ElasticsearchError error = ElasticsearchError.of(e.getResponse());
        if (status == 401 || status == 403 || status == 404 || status == 405) {
          throw connection.refusal(status, error);
        }
        if (!ElasticsearchConnection.mayPass(status)) {
          throw e;
        }
        reason = "status " + status + ", " + error;
      } catch (IOException e) {
        reason = e.toString();
      }
      await(reason);
    }
  }

  private void await(String reason) throws ElasticsearchFailure, InterruptedException {
    Duration waited = Duration.ofNanos(System.nanoTime() - begin);
    if (waited.compareTo(patience) >= 0) {
      throw new ElasticsearchFailure(
          "Elasticsearch at %s is not ready after %d s: %s. Start it or correct the address."
              .formatted(settings.addressesForPeople(), waited.toSeconds(), reason));
    }
    if (waited.compareTo(nextReport) >= 0) {
      nextReport = waited.plus(BETWEEN_REPORTS);
      progress.accept(
          "waiting for Elasticsearch at " + settings.addressesForPeople() + ": " + reason);
    }
    Thread.sleep(BETWEEN_TRIES.toMillis());
  }
}
