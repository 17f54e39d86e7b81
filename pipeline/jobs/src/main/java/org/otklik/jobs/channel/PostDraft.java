package org.otklik.jobs.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostId;
import org.otklik.models.post.PostKind;
import org.otklik.models.text.MarkupRemover;

/**
 * A post while its reader fills it in. {@link #finish} applies the rules that hold for every
 * channel: what dates are believed, how long a text may be, that a post without words is none.
 */
final class PostDraft {
  static final int MAX_TEXT_BYTES = 65_536;

  private static final int MAX_ID_CHARS = 500;
  private static final int MAX_NAME_CHARS = 500;
  private static final int MAX_SOURCE_FIELDS = 200;
  private static final int MAX_SOURCE_FIELD_CHARS = 10_000;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

  private final String channel;
  private final String nativeId;
  private final PostKind kind;
  private final Map<String, String> sourceFields = new LinkedHashMap<>();
  private @Nullable String communityId;
  private @Nullable String communityName;
  private @Nullable String author;
  private @Nullable GeoPoint point;
  private @Nullable String replyTo;
  private @Nullable String url;

  /**
   * @throws UnreadableRecord when the native id is too long to be one
   */
  PostDraft(String channel, String nativeId, PostKind kind) throws UnreadableRecord {
    if (nativeId.length() > MAX_ID_CHARS) {
      throw new UnreadableRecord("id: expected at most " + MAX_ID_CHARS + " characters");
    }
    this.channel = channel;
    this.nativeId = nativeId;
    this.kind = kind;
  }

  PostDraft community(@Nullable String id, @Nullable String name) {
    communityId = id == null ? null : WellFormed.cut(id, MAX_ID_CHARS);
    communityName = name == null ? null : WellFormed.cut(name, MAX_NAME_CHARS);
    return this;
  }

  /**
   * @param pseudonym never the native id
   */
  PostDraft author(@Nullable String pseudonym) {
    author = pseudonym;
    return this;
  }

  PostDraft point(@Nullable GeoPoint where) {
    point = where;
    return this;
  }

  PostDraft replyTo(@Nullable String otherNativeId) {
    replyTo = otherNativeId == null ? null : WellFormed.cut(otherNativeId, MAX_ID_CHARS);
    return this;
  }

  PostDraft url(@Nullable String address) {
    url = address;
    return this;
  }

  /** Keeps one more thing that the source states; nothing happens without a value. */
  PostDraft sourceField(String name, @Nullable String value) {
    if (value != null && !value.isBlank() && sourceFields.size() < MAX_SOURCE_FIELDS) {
      sourceFields.put(name, WellFormed.cut(value, MAX_SOURCE_FIELD_CHARS));
    }
    return this;
  }

  PostDraft sourceFields(Map<String, String> fields) {
    fields.forEach(this::sourceField);
    return this;
  }

  /**
   * Ends in a post, or in nothing when there are no words in it.
   *
   * @param textField how a reason names the text
   * @param nativeText the text with its markup; null when there is none
   * @param published when it was published
   * @param edited when it was edited; null when it was not
   * @param receivedAt when the record was received
   * @throws UnreadableRecord when the text is too long or a date can't be believed
   */
  Reading finish(
      String textField,
      @Nullable String nativeText,
      NativeDate published,
      @Nullable NativeDate edited,
      Instant receivedAt)
      throws UnreadableRecord {
    Instant publishedAt = believed(published, receivedAt);
    Instant editedAt = edited == null ? null : believed(edited, receivedAt);
    if (nativeText == null) {
      return Reading.ignored("no text");
    }
    refuseLong(textField, nativeText);
    String text = WellFormed.text(MarkupRemover.plain(nativeText));
    refuseLong(textField, text);
    if (text.isBlank()) {
      return Reading.ignored("no text");
    }
    Instant newest = editedAt != null && editedAt.isAfter(publishedAt) ? editedAt : publishedAt;
    return Reading.post(
        new Post(
            PostId.of(channel, nativeId),
            channel,
            nativeId,
            kind,
            text,
            communityId,
            communityName,
            author,
            publishedAt,
            editedAt,
            newest.toEpochMilli(),
            point == null ? null : point.latitude(),
            point == null ? null : point.longitude(),
            replyTo,
            url,
            Collections.unmodifiableMap(sourceFields)));
  }

  private static void refuseLong(String field, String text) throws UnreadableRecord {
    // a char has at most three bytes, so short texts need no count
    if (text.length() > MAX_TEXT_BYTES / 3) {
      int bytes = WellFormed.utf8Length(text);
      if (bytes > MAX_TEXT_BYTES) {
        throw new UnreadableRecord(field + ": over " + MAX_TEXT_BYTES + " bytes");
      }
    }
  }

  private static Instant believed(NativeDate date, Instant receivedAt) throws UnreadableRecord {
    if (date.at().isBefore(EARLIEST)) {
      throw new UnreadableRecord(date.field() + " is before 2000");
    }
    if (date.at().isAfter(receivedAt.plus(CLOCK_TOLERANCE))) {
      throw new UnreadableRecord(date.field() + " is more than a day ahead of its receipt");
    }
    return date.at();
  }
}
