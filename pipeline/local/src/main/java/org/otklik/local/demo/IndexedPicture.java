package org.otklik.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.jobs.alerts.AlertDocument;
import org.otklik.jobs.heat.HeatDocument;
import org.otklik.jobs.index.Indices;
import org.otklik.jobs.posts.KeepAccounts;
import org.otklik.jobs.posts.PostDocument;

/**
 * What Elasticsearch holds at one moment: asked of the indices themselves, as an operator with curl
 * would.
 */
public final class IndexedPicture {
  private static final String ACCOUNTS =
      """
      {"size": 100}""";
  private static final String HEAT =
      """
      {"size": 0, "aggs": {"municipality": {"terms": {"field": "municipality", "missing": "", "size": 500},
        "aggs": {"theme": {"terms": {"field": "theme", "size": 100}, "aggs": {"messages": {"sum": {"field": "messages"}}}}}}}}""";
  private static final String CITIZENS_POSTS =
      """
      {"size": 0, "track_total_hits": true, "query": {"bool": {"must_not": {"term": {"kind": "response"}}}}}""";

  private static final String ALERTS =
      """
      {"size": 0, "aggs": {"state": {"terms": {"field": "state", "size": 20}}}}""";

  private final Indices indices;

  public IndexedPicture(Indices indices) {
    this.indices = indices;
  }

  /**
   * The accounts of all channels together.
   *
   * @param received records that the job has dealt with
   * @param indexed new documents
   * @param replaced newer versions of documents
   * @param duplicates copies
   * @param ignored records with nothing to analyse
   * @param deadLettered records that could not be processed
   */
  public record Accounts(
      long received,
      long indexed,
      long replaced,
      long duplicates,
      long ignored,
      long deadLettered) {

    /** What has been added since an earlier state. */
    public Accounts since(Accounts earlier) {
      return new Accounts(
          received - earlier.received,
          indexed - earlier.indexed,
          replaced - earlier.replaced,
          duplicates - earlier.duplicates,
          ignored - earlier.ignored,
          deadLettered - earlier.deadLettered);
    }
  }

  /** Makes everything written so far visible to the questions below. */
  public void refresh() throws IOException {
    indices.refresh();
  }

  /** The sum over the index {@code channels}. */
  public Accounts accounts() throws IOException {
    long received = 0;
    long indexed = 0;
    long replaced = 0;
    long duplicates = 0;
    long ignored = 0;
    long deadLettered = 0;
    for (JsonNode hit : indices.search(KeepAccounts.INDEX, ACCOUNTS).at("/hits/hits")) {
      JsonNode account = hit.path("_source");
      received += account.path("received").asLong();
      indexed += account.path("indexed").asLong();
      replaced += account.path("replaced").asLong();
      duplicates += account.path("duplicates").asLong();
      ignored += account.path("ignored").asLong();
      deadLettered += account.path("deadLettered").asLong();
    }
    return new Accounts(received, indexed, replaced, duplicates, ignored, deadLettered);
  }

  /** How many documents the index {@code posts} holds. */
  public long posts() throws IOException {
    return indices.count(PostDocument.INDEX);
  }

  /** How many of them are of citizens, and so belong on the heat map. */
  public long citizensPosts() throws IOException {
    return indices.search(PostDocument.INDEX, CITIZENS_POSTS).at("/hits/total/value").asLong();
  }

  /** Alerts by what has become of them; see the constants of {@link AlertDocument}. */
  public Map<String, Long> alerts() throws IOException {
    Map<String, Long> states = new TreeMap<>();
    for (JsonNode state :
        indices.search(AlertDocument.INDEX, ALERTS).at("/aggregations/state/buckets")) {
      states.put(state.path("key").asText(), state.path("doc_count").asLong());
    }
    return states;
  }

  /** The heat map: messages by municipality (empty when unknown) and theme. */
  public Map<String, Map<String, Long>> heat() throws IOException {
    Map<String, Map<String, Long>> cells = new TreeMap<>();
    for (JsonNode row :
        indices.search(HeatDocument.INDEX, HEAT).at("/aggregations/municipality/buckets")) {
      for (JsonNode cell : row.at("/theme/buckets")) {
        long messages = cell.at("/messages/value").asLong();
        if (messages > 0) {
          cells
              .computeIfAbsent(row.path("key").asText(), unused -> new TreeMap<>())
              .put(cell.path("key").asText(), messages);
        }
      }
    }
    return cells;
  }
}
