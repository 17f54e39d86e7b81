package org.otklik.local.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A field that a saved object uses.
 *
 * @param index name of the index without prefix
 * @param purpose what it is used for
 * @param where the object and the place in it, for messages
 */
record FieldUse(String index, String field, Purpose purpose, String where) {
  private static final Set<String> NUMBERS =
      Set.of("integer", "long", "short", "byte", "float", "double", "half_float", "scaled_float");

  /** What a field is used for; decides which types fit. */
  enum Purpose {
    SHOWN,
    FILTERED,
    GROUPED,
    SORTED,
    SUMMED,
    COMPARED,
    TIME,
    POINT
  }

  /** Whether a field of this mapping can serve the purpose. */
  boolean fits(JsonNode mapping) {
    String type = mapping.path("type").asText();
    boolean searchable = mapping.path("index").asBoolean(true);
    boolean columnar = mapping.path("doc_values").asBoolean(true) && !type.equals("text");
    return switch (purpose) {
      case SHOWN -> true;
      case FILTERED -> searchable;
      case GROUPED ->
          columnar && (Set.of("keyword", "boolean").contains(type) || NUMBERS.contains(type));
      case SORTED ->
          columnar
              && (Set.of("keyword", "boolean", "date").contains(type) || NUMBERS.contains(type));
      case SUMMED -> columnar && NUMBERS.contains(type);
      case COMPARED -> columnar && (type.equals("date") || NUMBERS.contains(type));
      case TIME -> columnar && searchable && type.equals("date");
      case POINT -> columnar && searchable && type.equals("geo_point");
    };
  }
}
