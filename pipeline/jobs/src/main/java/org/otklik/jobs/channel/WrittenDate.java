package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates as exports and people's programs write them: {@code 15.03.2026}, {@code 15.03.2026 12:40},
 * {@code 15.03.2026 12:40:05}, ISO 8601 with or without a zone (a space instead of the T too), and
 * numbers: seconds since 1970, or milliseconds when there are twelve digits or more.
 */
final class WrittenDate {
  private static final String EXPECTED = "a date such as 2026-03-15T12:00:00+11:00";
  private static final long FIRST_MILLIS = 100_000_000_000L;
  private static final double MAX_NUMBER = 1e15;
  private static final int MAX_CHARS = 40;

  private static final DateTimeFormatter DOTTED =
      new DateTimeFormatterBuilder()
          .appendPattern("d.M.uuuu[[' ']['T']H:mm[:ss]]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("[['T'][' ']HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .appendPattern("[XXX][XX][X]]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private WrittenDate() {}

  /**
   * The date that a field states.
   *
   * @param zone where a date without a zone belongs
   * @throws UnreadableRecord when there is none, or none of the known forms
   */
  static NativeDate required(NativeObject object, String name, ZoneId zone)
      throws UnreadableRecord {
    NativeDate date = optional(object, name, zone);
    if (date == null) {
      throw UnreadableRecord.missing(object.path(name), EXPECTED);
    }
    return date;
  }

  static @Nullable NativeDate ofEdit(NativeObject object, String name, ZoneId zone)
      throws UnreadableRecord {
    NativeDate date = optional(object, name, zone);
    return date == null ? null : NativeDate.ofEdit(date.field(), date.at());
  }

  static @Nullable NativeDate optional(NativeObject object, String name, ZoneId zone)
      throws UnreadableRecord {
    JsonNode value = object.get(name);
    if (value == null || value.isTextual() && value.textValue().isBlank()) {
      return null;
    }
    if (!value.isTextual() && !value.isNumber()) {
      throw UnreadableRecord.unexpected(object.path(name), EXPECTED, NativeObject.typeOf(value));
    }
    Instant at = value.isNumber() ? ofNumber(value.doubleValue()) : parse(value.textValue(), zone);
    if (at == null) {
      throw UnreadableRecord.unexpected(
          object.path(name), EXPECTED, NativeObject.typeOf(value) + " of another form");
    }
    return new NativeDate(object.path(name), at);
  }

  /** The instant, for a whole day its first one; null when it is none of the known forms. */
  static @Nullable Instant parse(String text, ZoneId zone) {
    String date = text.strip();
    if (date.isEmpty() || date.length() > MAX_CHARS) {
      return null;
    }
    if (date.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return date.length() < 9 ? null : ofNumber(Double.parseDouble(date));
    }
    try {
      boolean dotted = date.indexOf('.') > 0 && date.indexOf('.') < 3;
      TemporalAccessor parsed =
          (dotted ? DOTTED : ISO)
              .parseBest(
                  date.replaceFirst("\\s+", " "),
                  OffsetDateTime::from,
                  LocalDateTime::from,
                  LocalDate::from);
      if (parsed instanceof OffsetDateTime offset) {
        return offset.toInstant();
      }
      if (parsed instanceof LocalDateTime local) {
        return local.atZone(zone).toInstant();
      }
      return LocalDate.from(parsed).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant ofNumber(double number) {
    if (!(Math.abs(number) < MAX_NUMBER)) {
      return null;
    }
    return Instant.ofEpochMilli(
        Math.abs(number) < FIRST_MILLIS ? Math.round(number * 1000) : Math.round(number));
  }
}
