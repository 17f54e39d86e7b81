package org.otklik.jobs.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.otklik.jobs.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server as a source asks it: each request is repeated for a while when it is unwell. */
final class PatientServer implements PointInTimePages.Server, Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(PatientServer.class);

  /** Shorter than the server keeps a state between two pages. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int NOT_FOUND = 404;

  private final ElasticsearchSettings settings;
  private final ElasticsearchConnection connection;

  PatientServer(ElasticsearchSettings settings) {
    this.settings = settings;
    this.connection = new ElasticsearchConnection(settings);
  }

  @Override
  public JsonNode ask(Request request) throws IOException {
    try (InputStream answer = send(request).getEntity().getContent()) {
      return Json.mapper().readTree(answer);
    }
  }

  /** Whether there is an index, or an alias, of this full name. */
  boolean has(String index) throws IOException {
    // To HEAD the client gives 404 as an answer and not as an error.
    return send(new Request("HEAD", "/" + index)).getStatusLine().getStatusCode() != NOT_FOUND;
  }

  private Response send(Request request) throws IOException {
    try {
      return new PatientRequests(settings, connection, PATIENCE, LOG::info).ask(request);
    } catch (ResponseException e) {
      throw connection.refusal(
          e.getResponse().getStatusLine().getStatusCode(), ElasticsearchError.of(e.getResponse()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for Elasticsearch");
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
