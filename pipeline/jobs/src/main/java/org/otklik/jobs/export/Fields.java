package org.otklik.jobs.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Json;
import org.otklik.jobs.index.IndexRecord;

/**
 * The fields of a document.
 *
 * @param index the index it is from
 * @param id its id
 */
record Fields(String index, @Nullable String id, JsonNode json) {
  /**
   * Reads a document.
   *
   * @throws IOException when it is no JSON
   */
  static Fields of(IndexRecord document) throws IOException {
    return new Fields(document.index(), document.id(), Json.mapper().readTree(document.source()));
  }

  @Nullable String text(String field) {
    JsonNode value = json.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }

  String required(String field) throws IOException {
    String value = text(field);
    if (value == null) {
      throw new IOException(
          "the document %s of the index %s has no %s".formatted(id, index, field));
    }
    return value;
  }

  Instant moment(String field) throws IOException {
    String value = required(field);
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw new IOException(
          "the document %s of the index %s has in %s «%s», which is no moment as Otklik writes it"
              .formatted(id, index, field, value),
          e);
    }
  }

  @Nullable Integer whole(String field) {
    JsonNode value = json.path(field);
    return value.isNumber() ? value.asInt() : null;
  }

  int count(String field) {
    return json.path(field).asInt();
  }

  @Nullable Double number(String field) {
    JsonNode value = json.path(field);
    return value.isNumber() ? value.asDouble() : null;
  }

  boolean truth(String field) {
    return json.path(field).asBoolean();
  }
}
