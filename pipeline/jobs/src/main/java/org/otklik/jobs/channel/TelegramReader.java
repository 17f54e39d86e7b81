package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.otklik.models.post.PostKind;
import org.otklik.models.post.Pseudonyms;

/**
 * Reads Telegram: updates of the Bot API, bare messages of it, and the flat records of scrapers
 * ({@code message_id, sender_id, text, date, channel}).
 *
 * <p>The native id is {@code <chat>/<message>}. A chat with a person (the centre's own bot) has the
 * person's id: there its pseudonym stands instead, and no community is given. A channel's post is a
 * post, wherever the channel speaks; people's messages in groups are comments, those to the bot are
 * messages.
 */
public final class TelegramReader extends GuardedReader {
  private static final long serialVersionUID = 1L;
  private static final List<String> MESSAGE_KINDS =
      List.of("channel_post", "edited_channel_post", "message", "edited_message");
  private static final List<String> SERVICE_FIELDS =
      List.of(
          "new_chat_members",
          "new_chat_member",
          "left_chat_member",
          "new_chat_title",
          "new_chat_photo",
          "delete_chat_photo",
          "pinned_message",
          "group_chat_created",
          "supergroup_chat_created",
          "channel_chat_created",
          "migrate_to_chat_id",
          "migrate_from_chat_id",
          "message_auto_delete_timer_changed",
          "forum_topic_created",
          "forum_topic_edited",
          "forum_topic_closed",
          "forum_topic_reopened",
          "video_chat_scheduled",
          "video_chat_started",
          "video_chat_ended",
          "video_chat_participants_invited",
          "boost_added",
          "chat_background_set");
  private static final Set<String> FLAT_FIELDS =
      Set.of("message_id", "chat_id", "channel", "text", "message", "date", "edit_date");
  private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");
  private static final Pattern USERNAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{3,31}");

  private final Pseudonyms pseudonyms;

  public TelegramReader(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  @Override
  List<Reading> readJson(JsonNode record, Instant receivedAt) throws UnreadableRecord {
    return List.of(read(NativeObject.root(record), receivedAt));
  }

  private Reading read(NativeObject root, Instant receivedAt) throws UnreadableRecord {
    for (String kind : MESSAGE_KINDS) {
      // a flat record may name its text "message"
      if (root.has(kind) && (root.has("update_id") || !root.has("message_id"))) {
        return readMessage(root.requiredObject(kind), receivedAt);
      }
    }
    if (root.has("update_id")) {
      return Reading.ignored("update " + otherKind(root));
    }
    if (root.objectIfAny("chat") != null) {
      return readMessage(root, receivedAt);
    }
    if (root.has("message_id")) {
      return readFlat(root, receivedAt);
    }
    throw UnreadableRecord.missing("update_id", "an update of the Bot API or a message");
  }

  private static String otherKind(NativeObject update) {
    for (Iterator<String> names = update.names(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals("update_id") && CODE.matcher(name).matches()) {
        return name;
      }
    }
    return "of an unknown kind";
  }

  private Reading readMessage(NativeObject message, Instant receivedAt) throws UnreadableRecord {
    for (String service : SERVICE_FIELDS) {
      if (message.has(service)) {
        return Reading.ignored("service message " + service);
      }
    }
    long messageId = message.requiredId("message_id");
    NativeObject chat = message.requiredObject("chat");
    Long chatNumber = chat.wholeNumber("id");
    if (chatNumber == null || chatNumber == 0) {
      throw UnreadableRecord.missing(chat.path("id"), "the chat's number");
    }
    TelegramChat community =
        TelegramChat.of(chatNumber, pseudonyms).named(chat.stringIfAny("title"));
    NativeObject reply = message.objectIfAny("reply_to_message");
    boolean caption = !message.has("text") && message.has("caption");
    PostDraft draft =
        new PostDraft(TelegramChat.CHANNEL, community.idOf(messageId), kind(message, community))
            .community(community.communityId(), community.name())
            .author(author(message))
            .point(point(message))
            .replyTo(reply == null ? null : replyTo(reply, community))
            .url(url(chat, community, messageId));
    addForward(draft, message);
    return draft.finish(
        message.path(caption ? "caption" : "text"),
        message.string(caption ? "caption" : "text"),
        new NativeDate(message.path("date"), message.requiredSeconds("date")),
        NativeDate.ofEdit(message.path("edit_date"), message.seconds("edit_date")),
        receivedAt);
  }

  private static PostKind kind(NativeObject message, TelegramChat community) {
    if (community.isPerson()) {
      return PostKind.MESSAGE;
    }
    NativeObject chat = message.objectIfAny("chat");
    NativeObject sender = message.objectIfAny("sender_chat");
    boolean byChannel =
        chat != null && "channel".equals(chat.stringIfAny("type"))
            || sender != null && "channel".equals(sender.stringIfAny("type"));
    return byChannel ? PostKind.POST : PostKind.COMMENT;
  }

  private @Nullable String author(NativeObject message) throws UnreadableRecord {
    NativeObject from = message.objectIfAny("from");
    if (from == null || message.has("sender_chat")) {
      return null; // beside a sender_chat, "from" is a placeholder that Telegram fills in
    }
    Long id = from.wholeNumber("id");
    return id == null ? null : pseudonyms.of(TelegramChat.CHANNEL, Long.toString(id));
  }

  private static @Nullable GeoPoint point(NativeObject message) {
    GeoPoint point = GeoPoint.of(message.objectIfAny("location"));
    NativeObject venue = message.objectIfAny("venue");
    return point != null || venue == null ? point : GeoPoint.of(venue.objectIfAny("location"));
  }

  private static @Nullable String replyTo(NativeObject reply, TelegramChat community) {
    JsonNode id = reply.get("message_id");
    return id == null || !id.isIntegralNumber() ? null : community.idOf(id.longValue());
  }

  private static @Nullable String url(NativeObject chat, TelegramChat community, long messageId) {
    String username = community.isPerson() ? null : chat.stringIfAny("username");
    return username == null || !USERNAME.matcher(username).matches()
        ? null
        : "https://t.me/" + username + "/" + messageId;
  }

  /** That it was forwarded, and from which channel; never from whom. */
  private static void addForward(PostDraft draft, NativeObject message) {
    NativeObject origin = message.objectIfAny("forward_origin");
    NativeObject source =
        origin == null ? message.objectIfAny("forward_from_chat") : origin.objectIfAny("chat");
    if (origin == null
        && source == null
        && !message.has("forward_from")
        && !message.has("forward_date")) {
      return;
    }
    draft.sourceField("forwarded", "yes");
    if (source != null && "channel".equals(source.stringIfAny("type"))) {
      draft.sourceField("forwarded_from", source.stringIfAny("title"));
    }
  }

  private Reading readFlat(NativeObject flat, Instant receivedAt) throws UnreadableRecord {
    long messageId = flat.requiredId("message_id");
    String channelName = flat.stringIfAny("channel");
    Long sender = flat.wholeNumber("sender_id");
    Long chatNumber = sender != null && sender < 0 ? sender : flat.wholeNumber("chat_id");
    TelegramChat community;
    if (chatNumber != null && chatNumber != 0) {
      community = TelegramChat.of(chatNumber, pseudonyms).named(channelName);
    } else if (channelName != null) {
      community = TelegramChat.ofName(channelName);
    } else {
      throw UnreadableRecord.missing("sender_id", "the number of a chat, or its name in channel");
    }
    String textField = flat.has("text") ? "text" : "message";
    boolean byPerson = sender != null && sender > 0;
    return new PostDraft(
            TelegramChat.CHANNEL,
            community.idOf(messageId),
            byPerson ? PostKind.COMMENT : PostKind.POST)
        .community(community.communityId(), community.name())
        .author(byPerson ? pseudonyms.of(TelegramChat.CHANNEL, Long.toString(sender)) : null)
        .sourceFields(OtherFields.of(flat, FLAT_FIELDS))
        .finish(
            textField,
            flat.string(textField),
            WrittenDate.required(flat, "date", ZoneOffset.UTC),
            WrittenDate.ofEdit(flat, "edit_date", ZoneOffset.UTC),
            receivedAt);
  }
}
