package org.otklik.jobs.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.otklik.jobs.Json;

/** Reads Elasticsearch's answer to a bulk request. */
final class BulkAnswer {
  /**
   * All that is read of the answer; without this each item would repeat its index, id, version and
   * shards.
   */
  static final String FIELDS =
      "errors,error,status,items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by";

  /**
   * Errors of the installation that come in an item's place, mostly with status 400: the document
   * is good, and giving it up because somebody closed the index would be a loss.
   */
  private static final Set<String> FAULTS_OF_THE_INSTALLATION =
      Set.of("index_not_found_exception", "index_closed_exception", "security_exception");

  /**
   * A closed door that an operator opens again, for example while an index is moved; comes with
   * status 403.
   */
  private static final String BLOCKED = "cluster_block_exception";

  private BulkAnswer() {}

  /**
   * What became of each document, in the order of the request.
   *
   * @param size how many documents were sent
   * @throws ElasticsearchFailure if an item says that somebody has to do something first
   * @throws IOException if this is no answer to that request
   */
  static List<WriteOutcome> read(InputStream answer, int size, ElasticsearchConnection connection)
      throws IOException {
    JsonNode items = Json.mapper().readTree(answer).path("items");
    if (items.size() != size) {
      throw new IOException(
          "the answer to a bulk request of %d documents speaks of %d"
              .formatted(size, items.size()));
    }
    List<WriteOutcome> outcomes = new ArrayList<>(size);
    for (JsonNode item : items) {
      outcomes.add(outcome(item.path("index"), connection));
    }
    return outcomes;
  }

  private static WriteOutcome outcome(JsonNode item, ElasticsearchConnection connection)
      throws IOException {
    int status = item.path("status").asInt();
    if (status >= 200 && status < 300) {
      return WriteOutcome.INDEXED;
    }
    if (status == 409) {
      return WriteOutcome.SUPERSEDED;
    }
    ElasticsearchError error = ElasticsearchError.of(item.path("error"));
    if (ElasticsearchConnection.mayPass(status) || error.type().equals(BLOCKED)) {
      return WriteOutcome.retry(error.toString());
    }
    if (status == 401
        || status == 403
        || status == 404
        || FAULTS_OF_THE_INSTALLATION.contains(error.type())) {
      throw connection.refusal(status, error);
    }
    if (status >= 400) {
      return WriteOutcome.rejected(error.toString());
    }
    throw new IOException("the answer to a bulk request holds an item of status " + status);
  }
}
