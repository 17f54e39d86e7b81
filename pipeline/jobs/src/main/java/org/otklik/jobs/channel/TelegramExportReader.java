package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.otklik.models.post.PostKind;
import org.otklik.models.post.Pseudonyms;

/**
 * Reads exports of Telegram Desktop ({@code result.json}): one message with its {@code chat: {id,
 * name, type}} as {@link RecordFile} splits it, or a whole document.
 *
 * <p>The posts belong to channel {@code telegram} and have the Bot API's ids, so that a message
 * that came both ways is one post. Only public channels and supergroups are read: an export may
 * hold anyone's private chats.
 */
public final class TelegramExportReader extends GuardedReader {
  private static final long serialVersionUID = 1L;
  private static final String PUBLIC_CHANNEL = "public_channel";
  private static final String PUBLIC_GROUP = "public_supergroup";
  static final Set<String> PRIVATE =
      Set.of(
          "personal_chat",
          "private_group",
          "private_supergroup",
          "private_channel",
          "saved_messages",
          "bot_chat",
          "replies",
          "verification_codes");
  private static final Pattern PEER = Pattern.compile("(user|channel|chat)(\\d{1,20})");

  private final Pseudonyms pseudonyms;

  public TelegramExportReader(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  @Override
  List<Reading> readJson(JsonNode record, Instant receivedAt) throws UnreadableRecord {
    NativeObject root = NativeObject.root(record);
    JsonNode messages = root.array("messages");
    if (messages != null) {
      return readEach(
          messages,
          "messages",
          (item, path) -> readMessage(NativeObject.at(item, path), root, receivedAt));
    }
    NativeObject chat = root.object("chat");
    if (chat == null) {
      throw UnreadableRecord.missing("chat", "the exported chat's id, name and type");
    }
    return List.of(readMessage(root, chat, receivedAt));
  }

  private Reading readMessage(NativeObject message, NativeObject chat, Instant receivedAt)
      throws UnreadableRecord {
    String chatType = chat.string("type");
    if (chatType != null && PRIVATE.contains(chatType)) {
      return Reading.ignored("private chat");
    }
    if (!PUBLIC_CHANNEL.equals(chatType) && !PUBLIC_GROUP.equals(chatType)) {
      throw chatType == null
          ? UnreadableRecord.missing(chat.path("type"), PUBLIC_CHANNEL + " or " + PUBLIC_GROUP)
          : UnreadableRecord.unexpected(
              chat.path("type"), PUBLIC_CHANNEL + " or " + PUBLIC_GROUP, "another type");
    }
    String type = message.string("type");
    if ("service".equals(type)) {
      return Reading.ignored("service message");
    }
    Long chatNumber = chat.wholeNumber("id");
    if (chatNumber == null || chatNumber == 0) {
      throw UnreadableRecord.missing(chat.path("id"), "the chat's number");
    }
    TelegramChat community = TelegramChat.ofExport(chatNumber).named(chat.stringIfAny("name"));
    Sender sender = sender(message, community, chatType);
    PostDraft draft =
        new PostDraft(TelegramChat.CHANNEL, community.idOf(message.requiredId("id")), sender.kind)
            .community(community.communityId(), community.name())
            .author(sender.pseudonym)
            .point(GeoPoint.of(message.objectIfAny("location_information")))
            .replyTo(replyTo(message, community));
    if (message.has("forwarded_from") || message.has("forwarded_from_id")) {
      draft.sourceField("forwarded", "yes");
    }
    NativeDate published = date(message, "date_unixtime");
    if (published == null) {
      published = WrittenDate.required(message, "date", ZoneOffset.UTC);
      draft.sourceField("date_without_zone", message.stringIfAny("date"));
    }
    NativeDate edited = date(message, "edited_unixtime");
    return draft.finish(
        message.path("text"),
        text(message),
        published,
        edited == null
            ? WrittenDate.ofEdit(message, "edited", ZoneOffset.UTC)
            : NativeDate.ofEdit(edited.field(), edited.at()),
        receivedAt);
  }

  private record Sender(PostKind kind, @Nullable String pseudonym) {}

  private Sender sender(NativeObject message, TelegramChat community, String chatType) {
    String fromId = message.stringIfAny("from_id");
    Matcher peer = PEER.matcher(fromId == null ? "" : fromId);
    boolean known = peer.matches();
    boolean user = known && peer.group(1).equals("user");
    // a group speaking in itself is an administrator who keeps the name hidden
    boolean otherChannel =
        known && peer.group(1).equals("channel") && !community.id().equals("-100" + peer.group(2));
    return new Sender(
        chatType.equals(PUBLIC_CHANNEL) || otherChannel ? PostKind.POST : PostKind.COMMENT,
        user ? pseudonyms.of(TelegramChat.CHANNEL, peer.group(2)) : null);
  }

  private static @Nullable String replyTo(NativeObject message, TelegramChat community) {
    JsonNode id = message.get("reply_to_message_id");
    return id == null || !id.isIntegralNumber() || message.has("reply_to_peer_id")
        ? null
        : community.idOf(id.longValue());
  }

  /** Seconds since 1970, which Desktop writes as a string. */
  private static @Nullable NativeDate date(NativeObject message, String field)
      throws UnreadableRecord {
    JsonNode value = message.get(field);
    if (value == null) {
      return null;
    }
    if (value.isTextual() && value.textValue().matches("\\d{1,11}")) {
      return new NativeDate(
          message.path(field), Instant.ofEpochSecond(Long.parseLong(value.textValue())));
    }
    if (value.isTextual()) {
      throw UnreadableRecord.unexpected(
          message.path(field), "seconds since 1970", "a string of something else");
    }
    Instant at = message.seconds(field);
    return at == null ? null : new NativeDate(message.path(field), at);
  }

  /** The text is a string, or an array of strings and of entities with a text of their own. */
  private static @Nullable String text(NativeObject message) throws UnreadableRecord {
    JsonNode text = message.get("text");
    if (text == null || !text.isArray()) {
      return message.string("text");
    }
    StringBuilder joined = new StringBuilder();
    for (JsonNode part : text) {
      JsonNode words = part.isObject() ? part.path("text") : part;
      if (!words.isTextual()) {
        throw UnreadableRecord.unexpected(
            message.path("text"), "strings and entities", NativeObject.typeOf(part));
      }
      joined.append(words.textValue());
    }
    return WellFormed.text(joined.toString());
  }
}
