package org.otklik.jobs.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;

/**
 * Asks the indices of an installation, by their names without prefix. May be used by several
 * threads.
 *
 * <p>Every method throws {@link ElasticsearchFailure} with Elasticsearch's reason if it refuses,
 * and another {@link IOException} if it does not answer.
 */
public final class Indices implements Closeable {
  private static final int PAGE = 1_000;
  private static final int CONFLICT = 409;

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
   * Hands over every document that a query finds, as it was when the question was asked: what is
   * written meanwhile is not seen. In no particular order.
   *
   * @param query a query as JSON, for example {@code {"term":{"theme":"roads"}}}
   * @param fields the fields to be handed over; all when there are none
   * @param documents hears the document's {@code _source}
   * @return how many there were
   */
  public long forEach(String index, String query, List<String> fields, Consumer<JsonNode> documents)
      throws IOException {
    try (IndexPages pages =
        new IndexPages(this::ask, settings.indexName(index), query, fields, PAGE)) {
      long count = 0;
      for (List<JsonNode> page = pages.next(); !page.isEmpty(); page = pages.next()) {
        page.forEach(documents);
        count += page.size();
      }
      return count;
    }
  }

  /**
   * Writes one document and waits until it is kept; if a newer version is there already nothing
   * changes.
   *
   * @return whether the document is now the one in the index
   */
  public boolean write(Document document) throws IOException {
    Request request =
        new Request(
            "PUT",
            "/"
                + settings.indexName(document.index())
                + "/_doc/"
                + URLEncoder.encode(document.id(), StandardCharsets.UTF_8).replace("+", "%20"));
    request.addParameter("version", Long.toString(document.version()));
    request.addParameter("version_type", "external_gte");
    request.setJsonEntity(new String(document.body(), StandardCharsets.UTF_8));
    try {
      connection.ask(request);
      return true;
    } catch (ResponseException e) {
      int status = e.getResponse().getStatusLine().getStatusCode();
      if (status == CONFLICT) {
        return false;
      }
      throw connection.refusal(status, ElasticsearchError.of(e.getResponse()));
    }
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
