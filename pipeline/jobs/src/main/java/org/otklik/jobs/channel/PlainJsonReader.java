package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.otklik.models.post.PostKind;
import org.otklik.models.post.Pseudonyms;
import org.otklik.models.text.PersonalDataMasker;

/**
 * Reads Otklik's own plain form, for sources without a reader: one JSON object per post.
 *
 * <p>Required are {@code id} (string or number; or {@code message_id}, which is unique only within
 * its {@code community}, {@code channel} or {@code sender_id}) and {@code text} (or {@code
 * message}). Optional: {@code community}, {@code communityId}, {@code channel}, {@code publishedAt}
 * (or {@code date}, {@code published_at}, {@code timestamp}; without any of them the post counts as
 * published when it was received), {@code editedAt} (or {@code edited_at}), {@code author}, {@code
 * url}, {@code lat}, {@code lon}, {@code replyTo}, {@code kind}. Dates are ISO 8601, in the given
 * zone when they state none, or numbers of seconds or milliseconds since 1970.
 *
 * <p>A {@code channel} such as {@code ok} or {@code max-chat} becomes the post's channel; any other
 * text there is taken for the community's name. Without {@code kind} a post with a community is a
 * post, one without is a message. Other scalar fields become source fields, except what is named
 * like a person's. A URL of a person's profile or wall is dropped; names and phones in {@code
 * community} and {@code replyTo} are masked.
 */
public final class PlainJsonReader extends GuardedReader {
  private static final long serialVersionUID = 1L;
  private static final String CHANNEL = "json";
  private static final Pattern CHANNEL_NAME = Pattern.compile("[a-z][a-z0-9-]{1,31}");
  private static final Pattern URL = Pattern.compile("https?://[^\\s\"<>]{1,2000}");
  private static final List<String> PUBLISHED =
      List.of("publishedAt", "date", "published_at", "timestamp");
  private static final List<String> EDITED = List.of("editedAt", "edited_at");
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "message_id",
          "text",
          "message",
          "community",
          "communityId",
          "channel",
          "publishedAt",
          "date",
          "published_at",
          "timestamp",
          "editedAt",
          "edited_at",
          "author",
          "url",
          "lat",
          "lon",
          "replyTo",
          "kind");

  private final Pseudonyms pseudonyms;
  private final ZoneId zone;

  /**
   * @param zone where dates without a zone belong
   */
  public PlainJsonReader(Pseudonyms pseudonyms, ZoneId zone) {
    this.pseudonyms = pseudonyms;
    this.zone = zone;
  }

  @Override
  List<Reading> readJson(JsonNode record, Instant receivedAt) throws UnreadableRecord {
    NativeObject object = NativeObject.root(record);
    String stated = object.string("channel");
    boolean named = stated != null && CHANNEL_NAME.matcher(stated).matches();
    String channel = named ? stated : CHANNEL;
    String nativeId = nativeId(object, channel);

    String community = object.stringIfAny("community");
    if (community == null && !named) {
      community = object.stringIfAny("channel");
    }
    String communityId = object.scalar("communityId");
    String author = object.scalar("author");
    String url = object.stringIfAny("url");
    String textField = object.has("text") ? "text" : "message";
    NativeDate published = date(object, PUBLISHED);
    NativeDate edited = date(object, EDITED);

    return List.of(
        new PostDraft(channel, nativeId, kind(object, community != null || communityId != null))
            .community(communityId, masked(community))
            .author(author == null ? null : pseudonyms.of(channel, author))
            .point(GeoPoint.of(object.degrees("lat"), object.degrees("lon")))
            .replyTo(masked(object.scalar("replyTo")))
            .url(url != null && URL.matcher(url).matches() && !PersonalLink.isIn(url) ? url : null)
            .sourceFields(OtherFields.of(object, KNOWN))
            .finish(
                textField,
                object.string(textField),
                published == null ? new NativeDate("received at", receivedAt) : published,
                edited == null ? null : NativeDate.ofEdit(edited.field(), edited.at()),
                receivedAt));
  }

  private static @Nullable String masked(@Nullable String value) {
    return value == null ? null : PersonalDataMasker.mask(value);
  }

  private String nativeId(NativeObject object, String channel) throws UnreadableRecord {
    String id = object.scalar("id");
    if (id != null) {
      return id;
    }
    String messageId = object.scalar("message_id");
    if (messageId == null) {
      throw UnreadableRecord.missing("id", "a string or a whole number");
    }
    String within = object.stringIfAny("community");
    if (within == null) {
      within = object.stringIfAny("channel");
    }
    if (within != null && !within.equals(masked(within))) {
      within = pseudonyms.of(channel, within); // masked, different ones might become the same
    }
    if (within == null) {
      within = sender(object, channel);
    }
    if (within == null) {
      throw UnreadableRecord.missing("community", "what message_id is unique in");
    }
    return within + "/" + messageId;
  }

  /** Channels have negative numbers in the wild; any other sender may be a person. */
  private @Nullable String sender(NativeObject object, String channel) throws UnreadableRecord {
    String sender = object.scalar("sender_id");
    return sender == null || sender.matches("-\\d+") ? sender : pseudonyms.of(channel, sender);
  }

  private @Nullable NativeDate date(NativeObject object, List<String> names)
      throws UnreadableRecord {
    for (String name : names) {
      NativeDate date = WrittenDate.optional(object, name, zone);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static PostKind kind(NativeObject object, boolean inCommunity) throws UnreadableRecord {
    String stated = object.string("kind");
    if (stated == null) {
      return inCommunity ? PostKind.POST : PostKind.MESSAGE;
    }
    for (PostKind kind : PostKind.values()) {
      if (kind.code().equals(stated.strip().toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw UnreadableRecord.unexpected("kind", "post, comment, response or message", "another word");
  }
}
