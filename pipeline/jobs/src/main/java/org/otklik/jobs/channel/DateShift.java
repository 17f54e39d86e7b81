package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moves the dates of a native record, so that a sample written in one March shows as last
 * fortnight.
 *
 * <p>Dates keep their form: seconds, milliseconds, ISO 8601, {@code dd.MM.yyyy} with or without a
 * time. A date that is a whole day is moved as its first instant in the zone and rounded down to a
 * day. A date more than a year from the sample's end stays, for it is wrong on purpose. A record
 * that is no JSON comes back as it is.
 */
public final class DateShift {
  private static final Duration PERIOD = Duration.ofDays(366);
  private static final BigDecimal FIRST_MILLIS = BigDecimal.valueOf(100_000_000_000L);
  private static final BigDecimal MAX_NUMBER = BigDecimal.valueOf(1_000_000_000_000_000L);
  private static final Set<String> VK_FIELDS = Set.of("date", "edited");
  private static final Set<String> TELEGRAM_FIELDS = Set.of("date", "edit_date", "forward_date");
  private static final Set<String> EXPORT_FIELDS =
      Set.of("date", "date_unixtime", "edited", "edited_unixtime");
  private static final Set<String> JSON_FIELDS =
      Set.of("publishedAt", "date", "published_at", "timestamp", "editedAt", "edited_at");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss");
  private static final DateTimeFormatter ISO_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final Pattern DIGITS = Pattern.compile("\\d{9,14}");
  private static final Pattern ISO_ZONED =
      Pattern.compile(
          "[\\d-]{10}T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:\\d\\d)");
  private static final Pattern ISO_LOCAL =
      Pattern.compile("[\\d-]{10}[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?");
  private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final ObjectReader READER =
      StrictJson.MAPPER.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final Channel channel;
  private final Duration by;
  private final Instant sampleEnd;
  private final ZoneId zone;

  /**
   * @param by how far to move
   * @param sampleEnd the newest date that the sample means to be right
   * @param zone the region's zone, in which dates without a zone and whole days are meant
   */
  public DateShift(Channel channel, Duration by, Instant sampleEnd, ZoneId zone) {
    this.channel = channel;
    this.by = by;
    this.sampleEnd = sampleEnd;
    this.zone = zone;
  }

  /** The record with its dates moved; the same bytes where there is nothing to be moved. */
  public byte[] shift(byte[] record) {
    try {
      StrictJson.parse(record);
      JsonNode root = READER.readTree(record);
      return shiftIn(root) ? StrictJson.MAPPER.writeValueAsBytes(root) : record;
    } catch (UnreadableRecord | IOException e) {
      return record;
    }
  }

  /** Whether anything in there was moved. */
  private boolean shiftIn(JsonNode node) {
    boolean moved = false;
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode value = object.get(name);
        JsonNode shifted = isDate(name) ? shifted(value) : null;
        if (shifted != null) {
          object.set(name, shifted);
        }
        moved |= shifted != null || shiftIn(value);
      }
    } else if (node.isArray()) {
      for (JsonNode element : node) {
        moved |= shiftIn(element);
      }
    }
    return moved;
  }

  private boolean isDate(String name) {
    return switch (channel) {
      case VK -> VK_FIELDS.contains(name);
      case TELEGRAM -> TELEGRAM_FIELDS.contains(name);
      case TELEGRAM_EXPORT -> EXPORT_FIELDS.contains(name);
      case POS, IM -> ColumnName.key(name).startsWith("дата");
      case JSON -> JSON_FIELDS.contains(name);
    };
  }

  /** The moved date in the same form; null when it is none, or not one to be moved. */
  private @Nullable JsonNode shifted(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal moved = shifted(value.decimalValue());
      return moved == null ? null : DecimalNode.valueOf(moved);
    }
    String moved = value.isTextual() ? shifted(value.textValue()) : null;
    return moved == null ? null : TextNode.valueOf(moved);
  }

  private @Nullable BigDecimal shifted(BigDecimal number) {
    if (number.signum() <= 0 || number.compareTo(MAX_NUMBER) > 0) {
      return null;
    }
    int decimals = number.compareTo(FIRST_MILLIS) < 0 ? 3 : 0; // of a second, or of a millisecond
    boolean old = !inPeriod(Instant.ofEpochMilli(number.movePointRight(decimals).longValue()));
    if (old) {
      return null;
    }
    BigDecimal step =
        number.scale() > 0 || decimals == 0
            ? BigDecimal.valueOf(by.toMillis(), decimals)
            : BigDecimal.valueOf(by.toSeconds());
    return number.add(step);
  }

  private @Nullable String shifted(String text) {
    if (DIGITS.matcher(text).matches()) {
      BigDecimal moved = shifted(new BigDecimal(text));
      return moved == null ? null : moved.toPlainString();
    }
    Instant at = WrittenDate.parse(text, zone);
    if (at == null || !inPeriod(at)) {
      return null;
    }
    Instant moved = at.plus(by);
    String written = text.strip();
    if (ISO_ZONED.matcher(written).matches()) {
      return OffsetDateTime.parse(written).plus(by).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
    if (ISO_LOCAL.matcher(written).matches()) {
      String iso = ISO_SECOND.format(moved.atZone(zone));
      return written.charAt(10) == ' ' ? iso.replace('T', ' ') : iso;
    }
    if (ISO_DAY.matcher(written).matches()) {
      return moved.atZone(zone).toLocalDate().toString();
    }
    if (written.indexOf('.') != 1 && written.indexOf('.') != 2) {
      return moved.toString(); // a rarer ISO form; it was an instant before too
    }
    long colons = written.chars().filter(c -> c == ':').count();
    DateTimeFormatter form = colons == 0 ? DAY : colons == 1 ? MINUTE : SECOND;
    return form.format(moved.atZone(zone));
  }

  private boolean inPeriod(Instant at) {
    return Duration.between(at, sampleEnd).abs().compareTo(PERIOD) <= 0;
  }
}
