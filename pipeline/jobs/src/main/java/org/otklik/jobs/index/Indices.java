package org.otklik.jobs.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.otklik.jobs.Json;

/**
 * Asks the indices of an installation, by their names without prefix. May be used by several
 * threads.
 *
 * <p>Every method throws {@link ElasticsearchFailure} with Elasticsearch's reason if it refuses,
 * and another {@link IOException} if it does not answer.
 */
public final class Indices implements Closeable {
  private final ElasticsearchSettings settings;
  private final ElasticsearchConnection connection;

  /** Connects with the first question, not before. */
  public Indices(ElasticsearchSettings settings) {
    this.settings = settings;
    this.connection = new ElasticsearchConnection(settings);
  }

  /**
   * The answer to a search, as Elasticsearch gives it.
   *
   * @param query the body of {@code _search} as JSON
   */
  public JsonNode search(String index, String query) throws IOException {
    Request request = new Request("POST", "/" + settings.indexName(index) + "/_search");
    request.setJsonEntity(query);
    return ask(request);
  }

  /**
   * How many documents searches of an index see; those of the last second may be missing, see
   * {@link #refresh}.
   */
  public long count(String index) throws IOException {
    return ask(new Request("GET", "/" + settings.indexName(index) + "/_count"))
        .path("count")
        .asLong();
  }

  /**
   * Makes everything written so far visible to searches, in all indices with the installation's
   * prefix.
   */
  public void refresh() throws IOException {
    ask(new Request("POST", "/" + settings.indexName("*") + "/_refresh"));
  }

  private JsonNode ask(Request request) throws IOException {
    try (InputStream answer = connection.ask(request).getEntity().getContent()) {
      return Json.mapper().readTree(answer);
    } catch (ResponseException e) {
      throw connection.refusal(
          e.getResponse().getStatusLine().getStatusCode(), ElasticsearchError.of(e.getResponse()));
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
