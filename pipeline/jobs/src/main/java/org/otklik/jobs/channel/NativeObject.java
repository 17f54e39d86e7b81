package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a channel with its path in the record, so that a field of a wrong type is named
 * in the reason. JSON's {@code null} counts as absent everywhere.
 */
final class NativeObject {
  private static final long MAX_SECONDS = 100_000_000_000L;

  private final JsonNode node;
  private final String prefix;

  private NativeObject(JsonNode node, String prefix) {
    this.node = node;
    this.prefix = prefix;
  }

  /** The record's root. */
  static NativeObject root(JsonNode node) throws UnreadableRecord {
    return at(node, "");
  }

  /**
   * @param path how a reason names the object, for example {@code items[3]}; empty for the root
   */
  static NativeObject at(JsonNode node, String path) throws UnreadableRecord {
    if (!node.isObject()) {
      throw UnreadableRecord.unexpected(
          path.isEmpty() ? "the record" : path, "a JSON object", typeOf(node));
    }
    return new NativeObject(node, path.isEmpty() ? "" : path + ".");
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  @Nullable JsonNode get(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  Iterator<String> names() {
    return node.fieldNames();
  }

  String path(String name) {
    return prefix + name;
  }

  /** The object under a name, null when absent. */
  @Nullable NativeObject object(String name) throws UnreadableRecord {
    JsonNode value = get(name);
    return value == null ? null : at(value, path(name));
  }

  NativeObject requiredObject(String name) throws UnreadableRecord {
    NativeObject object = object(name);
    if (object == null) {
      throw UnreadableRecord.missing(path(name), "an object");
    }
    return object;
  }

  /** The object under a name when there is one; any other type counts as absent. */
  @Nullable NativeObject objectIfAny(String name) {
    JsonNode value = get(name);
    return value == null || !value.isObject() ? null : new NativeObject(value, path(name) + ".");
  }

  /** The array under a name, null when absent. */
  @Nullable JsonNode array(String name) throws UnreadableRecord {
    JsonNode value = get(name);
    if (value != null && !value.isArray()) {
      throw UnreadableRecord.unexpected(path(name), "an array", typeOf(value));
    }
    return value;
  }

  /** A string, null when absent. */
  @Nullable String string(String name) throws UnreadableRecord {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw UnreadableRecord.unexpected(path(name), "a string", typeOf(value));
    }
    return WellFormed.text(value.textValue());
  }

  /** A string when there is a non-blank one; any other type counts as absent. */
  @Nullable String stringIfAny(String name) {
    JsonNode value = get(name);
    return value == null || !value.isTextual() || value.textValue().isBlank()
        ? null
        : WellFormed.text(value.textValue()).strip();
  }

  /** A string or a number as text, null when absent or blank. */
  @Nullable String scalar(String name) throws UnreadableRecord {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual() && !value.isIntegralNumber()) {
      throw UnreadableRecord.unexpected(path(name), "a string or a whole number", typeOf(value));
    }
    String text = WellFormed.text(value.asText()).strip();
    return text.isEmpty() ? null : text;
  }

  /** A whole number, null when absent. */
  @Nullable Long wholeNumber(String name) throws UnreadableRecord {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw UnreadableRecord.unexpected(path(name), "a whole number", typeOf(value));
    }
    return value.longValue();
  }

  /** The channel's own id: a positive whole number. */
  long requiredId(String name) throws UnreadableRecord {
    Long id = wholeNumber(name);
    if (id == null) {
      throw UnreadableRecord.missing(path(name), "a positive whole number");
    }
    if (id <= 0) {
      throw new UnreadableRecord(path(name) + ": expected a positive whole number");
    }
    return id;
  }

  /** Seconds since 1970, null when absent. */
  @Nullable Instant seconds(String name) throws UnreadableRecord {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber()) {
      throw UnreadableRecord.unexpected(
          path(name), "seconds since 1970 as a number", typeOf(value));
    }
    return instant(name, value.canConvertToLong() ? value.longValue() : Long.MAX_VALUE);
  }

  Instant requiredSeconds(String name) throws UnreadableRecord {
    Instant date = seconds(name);
    if (date == null) {
      throw UnreadableRecord.missing(path(name), "seconds since 1970 as a number");
    }
    return date;
  }

  private Instant instant(String name, long seconds) throws UnreadableRecord {
    if (seconds < 0 || seconds > MAX_SECONDS) {
      throw UnreadableRecord.unexpected(path(name), "seconds since 1970", "a number out of range");
    }
    return Instant.ofEpochSecond(seconds);
  }

  /** A number of degrees, null when absent or of another type. */
  @Nullable Double degrees(String name) {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (value.isNumber()) {
      return value.doubleValue();
    }
    if (value.isTextual() && value.textValue().length() < 40) {
      try {
        return Double.valueOf(value.textValue().strip().replace(',', '.'));
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return null;
  }

  /** How a reason calls the type of a value. */
  static String typeOf(JsonNode node) {
    if (node.isIntegralNumber()) {
      return "a whole number";
    }
    return switch (node.getNodeType()) {
      case STRING -> "a string";
      case NUMBER -> "a fraction";
      case BOOLEAN -> "true or false";
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case NULL -> "null";
      default -> "something else";
    };
  }
}
