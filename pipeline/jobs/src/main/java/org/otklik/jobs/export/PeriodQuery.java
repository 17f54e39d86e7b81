package org.otklik.jobs.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.otklik.jobs.Json;
import org.otklik.jobs.Period;

/** Queries for the documents of a period. */
final class PeriodQuery {
  private PeriodQuery() {}

  /** All whose field is a moment of the period. */
  static String moment(String field, Period period) {
    ObjectNode query = Json.mapper().createObjectNode();
    between(query, field, period.start(), period.end());
    return query.toString();
  }

  /** Those of the region whose field is a moment of the period. */
  static String momentInRegion(String field, Period period, String region) {
    ArrayNode filter = Json.mapper().createArrayNode();
    inRegion(filter, region);
    between(filter.addObject(), field, period.start(), period.end());
    return all(filter);
  }

  /** Those of the region whose field is a day of the period, as {@code 2026-03-02}. */
  static String dayInRegion(String field, Period period, String region) {
    ArrayNode filter = Json.mapper().createArrayNode();
    inRegion(filter, region);
    filter
        .addObject()
        .putObject("range")
        .putObject(field)
        .put("gte", period.from().toString())
        .put("lte", period.to().toString());
    return all(filter);
  }

  /** Those of the region whose time, from one field to the other, touches the period. */
  static String touchingInRegion(String first, String last, Period period, String region) {
    ArrayNode filter = Json.mapper().createArrayNode();
    inRegion(filter, region);
    filter.addObject().putObject("range").putObject(last).put("gte", period.start().toString());
    filter.addObject().putObject("range").putObject(first).put("lt", period.end().toString());
    return all(filter);
  }

  private static void inRegion(ArrayNode filter, String region) {
    filter.addObject().putObject("term").put("region", region);
  }

  private static void between(ObjectNode query, String field, Instant from, Instant to) {
    query.putObject("range").putObject(field).put("gte", from.toString()).put("lt", to.toString());
  }

  private static String all(ArrayNode filter) {
    ObjectNode query = Json.mapper().createObjectNode();
    query.putObject("bool").set("filter", filter);
    return query.toString();
  }
}
