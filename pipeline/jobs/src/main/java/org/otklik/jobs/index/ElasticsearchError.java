package org.otklik.jobs.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Response;
import org.otklik.jobs.Json;

/**
 * Elasticsearch's own account of what went wrong.
 *
 * @param type its name for the error, for example {@code document_parsing_exception}; empty when it
 *     gave none
 * @param reason its words, with those of the cause where they say more
 */
record ElasticsearchError(String type, String reason) {
  private static final int LONGEST_REASON = 1000;

  ElasticsearchError {
    if (reason.length() > LONGEST_REASON) {
      reason = reason.substring(0, LONGEST_REASON) + "…";
    }
  }

  /** Reads the value of an {@code error} field. */
  static ElasticsearchError of(JsonNode error) {
    if (!error.isObject()) {
      return new ElasticsearchError("", error.asText());
    }
    // A search names its reason only among the root causes, a document's failure only in the chain
    // of causes.
    StringBuilder reason = new StringBuilder(error.path("reason").asText());
    for (String more :
        List.of(
            error.at("/root_cause/0/reason").asText(), deepestReason(error.path("caused_by")))) {
      if (reason.indexOf(more) < 0) {
        reason.append(", because: ").append(more);
      }
    }
    return new ElasticsearchError(error.path("type").asText(), reason.toString());
  }

  private static String deepestReason(JsonNode cause) {
    String reason = "";
    for (JsonNode node = cause; node.isObject(); node = node.path("caused_by")) {
      reason = node.path("reason").asText(reason);
    }
    return reason;
  }

  /**
   * Reads the body of an answer that is an error as a whole, be it Elasticsearch's or that of a
   * proxy before it.
   */
  static ElasticsearchError of(Response response) throws IOException {
    String body =
        response.getEntity() == null
            ? ""
            : EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8).strip();
    try {
      JsonNode error = Json.mapper().readTree(body).path("error");
      if (!error.isMissingNode()) {
        return of(error);
      }
    } catch (JsonProcessingException notElasticsearch) {
      // A proxy's page: quoted as it is.
    }
    return new ElasticsearchError("", body.isEmpty() ? "no reason given" : body);
  }

  @Override
  public String toString() {
    return type.isEmpty() ? reason : type + ": " + reason;
  }
}
