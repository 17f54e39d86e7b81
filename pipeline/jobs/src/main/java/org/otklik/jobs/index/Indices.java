package org.otklik.jobs.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.elasticsearch.client.Request;
import org.otklik.jobs.Json;

/** Questions to the indices of one installation. */
public final class Indices implements Closeable {
  private final ElasticsearchSettings settings;
  private final ElasticsearchConnection connection;

  public Indices(ElasticsearchSettings settings) {
    this.settings = settings;
    this.connection = new ElasticsearchConnection(settings);
  }

  /** Makes all that was written so far visible to searches. */
  public void refresh() throws IOException {
    ask(new Request("POST", "/" + settings.indexPrefix() + "*/_refresh"));
  }

  /** How many documents an index holds. */
  public long count(String index) throws IOException {
    return ask(new Request("GET", "/" + settings.indexName(index) + "/_count"))
        .path("count")
        .asLong();
  }

  /**
   * Searches an index.
   *
   * @param query the body of the search, as Elasticsearch takes it
   * @return the whole answer
   */
  public JsonNode search(String index, String query) throws IOException {
    Request request = new Request("POST", "/" + settings.indexName(index) + "/_search");
    request.setJsonEntity(query);
    return ask(request);
  }

  private JsonNode ask(Request request) throws IOException {
    try (InputStream answer = connection.ask(request).getEntity().getContent()) {
      return Json.mapper().readTree(answer);
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
