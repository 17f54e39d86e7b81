package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.otklik.models.post.PostKind;
import org.otklik.models.post.Pseudonyms;
import org.otklik.models.text.MarkupRemover;

/**
 * Reads VK: events of the Callback API, pages of {@code wall.get} and {@code wall.getComments}, and
 * bare items of such pages.
 *
 * <p>Native ids are {@code <owner>_<id>} for posts and {@code <owner>_<post>_r<id>} for comments.
 * The owner is a community ({@code -990000001}); where it is a person's own wall, the owner's
 * pseudonym stands in its place, and neither community nor URL is given. A comment by a community
 * is a response. A repost without a letter or digit of its own takes the words of what it repeats.
 * The event's {@code secret} is not read at all.
 */
public final class VkReader extends GuardedReader {
  private static final long serialVersionUID = 1L;
  private static final String CHANNEL = "vk";
  private static final Set<String> POST_EVENTS = Set.of("wall_post_new", "wall_repost");
  private static final Set<String> COMMENT_EVENTS =
      Set.of("wall_reply_new", "wall_reply_edit", "wall_reply_restore");
  private static final Set<String> UNPUBLISHED = Set.of("suggest", "postpone");
  private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

  private final Pseudonyms pseudonyms;

  public VkReader(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  @Override
  List<Reading> readJson(JsonNode record, Instant receivedAt) throws UnreadableRecord {
    NativeObject root = NativeObject.root(record);
    NativeObject page = root.has("response") ? root.requiredObject("response") : root;
    JsonNode items = page.array("items");
    if (items != null) {
      return readEach(
          items,
          page.path("items"),
          (item, path) -> readItem(NativeObject.at(item, path), receivedAt));
    }
    boolean bareItem = !root.has("object") && root.has("id") && root.has("date");
    return List.of(bareItem ? readItem(root, receivedAt) : readEvent(root, receivedAt));
  }

  private Reading readEvent(NativeObject event, Instant receivedAt) throws UnreadableRecord {
    String type = event.string("type");
    if (type == null) {
      throw UnreadableRecord.missing("type", "an event, a page of items or an item of a wall");
    }
    if (POST_EVENTS.contains(type)) {
      return readPost(event.requiredObject("object"), event.wholeNumber("group_id"), receivedAt);
    }
    if (COMMENT_EVENTS.contains(type)) {
      return readComment(event.requiredObject("object"), event.wholeNumber("group_id"), receivedAt);
    }
    return Reading.ignored(
        CODE.matcher(type).matches() ? "event " + type : "event of an unknown type");
  }

  private Reading readItem(NativeObject item, Instant receivedAt) throws UnreadableRecord {
    return item.has("post_id")
        ? readComment(item, null, receivedAt)
        : readPost(item, null, receivedAt);
  }

  private Reading readPost(NativeObject item, @Nullable Long groupId, Instant receivedAt)
      throws UnreadableRecord {
    long id = item.requiredId("id");
    Long fromId = item.wholeNumber("from_id");
    Owner owner = owner(item, "owner_id", groupId, fromId);
    String postType = item.stringIfAny("post_type");
    if (postType != null && UNPUBLISHED.contains(postType)) {
      return Reading.ignored("not published yet: post_type " + postType);
    }
    PostDraft draft =
        new PostDraft(CHANNEL, owner.name + "_" + id, PostKind.POST)
            .community(owner.communityId(), null)
            .author(pseudonym(fromId))
            .point(point(item))
            .url(owner.url(id))
            .sourceField("post_type", code(postType))
            .sourceField("attachments", attachments(item));
    JsonNode ads = item.get("marked_as_ads");
    if (ads != null && (ads.asInt() == 1 || ads.asBoolean())) {
      draft.sourceField("marked_as_ads", "1");
    }
    String text = item.string("text");
    Repost repost = repost(item, text);
    if (repost != null) {
      text = repost.text;
      draft.sourceField("repost_of", repost.of);
    }
    return finish(draft, item, text, receivedAt);
  }

  private Reading readComment(NativeObject item, @Nullable Long groupId, Instant receivedAt)
      throws UnreadableRecord {
    long id = item.requiredId("id");
    long postId = item.requiredId("post_id");
    Long fromId = item.wholeNumber("from_id");
    Owner owner = owner(item, item.has("owner_id") ? "owner_id" : "post_owner_id", groupId, null);
    PostKind kind = fromId != null && fromId < 0 ? PostKind.RESPONSE : PostKind.COMMENT;
    PostDraft draft =
        new PostDraft(CHANNEL, owner.name + "_" + postId + "_r" + id, kind)
            .community(owner.communityId(), null)
            .author(pseudonym(fromId))
            .point(point(item))
            .replyTo(owner.name + "_" + postId)
            .url(owner.url(postId) == null ? null : owner.url(postId) + "?reply=" + id)
            .sourceField("attachments", attachments(item));
    if (kind == PostKind.RESPONSE) {
      draft.sourceField("responded_by", String.valueOf(fromId));
    }
    return finish(draft, item, item.string("text"), receivedAt);
  }

  private static Reading finish(
      PostDraft draft, NativeObject item, @Nullable String text, Instant receivedAt)
      throws UnreadableRecord {
    return draft.finish(
        item.path("text"),
        text,
        new NativeDate(item.path("date"), item.requiredSeconds("date")),
        NativeDate.ofEdit(item.path("edited"), item.seconds("edited")),
        receivedAt);
  }

  /** Whose wall it is: a community by its number, a person by a pseudonym. */
  private record Owner(long id, String name) {
    @Nullable String communityId() {
      return id < 0 ? name : null;
    }

    @Nullable String url(long postId) {
      return id < 0 ? "https://vk.com/wall" + name + "_" + postId : null;
    }
  }

  private Owner owner(
      NativeObject item, String field, @Nullable Long groupId, @Nullable Long fromId)
      throws UnreadableRecord {
    Long id = item.wholeNumber(field);
    if (id == null || id == 0) {
      id = groupId == null || groupId == 0 ? fromId : Long.valueOf(-Math.abs(groupId));
    }
    if (id == null || id == 0) {
      throw UnreadableRecord.missing(item.path(field), "the wall's owner as a whole number");
    }
    return new Owner(id, ownerName(id));
  }

  private String ownerName(long ownerId) {
    return ownerId < 0 ? Long.toString(ownerId) : pseudonyms.of(CHANNEL, Long.toString(ownerId));
  }

  private @Nullable String pseudonym(@Nullable Long fromId) {
    return fromId == null || fromId <= 0 ? null : pseudonyms.of(CHANNEL, Long.toString(fromId));
  }

  /** What a repost repeats, and the words to be read: its own when it has any. */
  private record Repost(@Nullable String of, @Nullable String text) {}

  private @Nullable Repost repost(NativeObject item, @Nullable String ownText)
      throws UnreadableRecord {
    JsonNode history = item.array("copy_history");
    if (history == null || history.isEmpty()) {
      return null;
    }
    boolean hasOwnText = isText(ownText);
    String of = null;
    for (int i = 0; i < history.size(); i++) {
      NativeObject copied = NativeObject.at(history.get(i), item.path("copy_history[" + i + "]"));
      String text = copied.string("text");
      if (of == null || !hasOwnText && isText(text)) {
        of = repostOf(copied);
      }
      if (hasOwnText) {
        return new Repost(of, ownText);
      }
      if (isText(text)) {
        return new Repost(of, text);
      }
    }
    return new Repost(of, ownText);
  }

  private static boolean isText(@Nullable String text) {
    // a longer text is refused as a whole later; looking for its markup would be for nothing
    return text != null
        && (text.length() > PostDraft.MAX_TEXT_BYTES
            || MarkupRemover.plain(text).codePoints().anyMatch(Character::isLetterOrDigit));
  }

  private @Nullable String repostOf(NativeObject copied) {
    JsonNode owner = copied.get("owner_id");
    JsonNode id = copied.get("id");
    return owner == null || id == null || !owner.isIntegralNumber() || !id.isIntegralNumber()
        ? null
        : ownerName(owner.longValue()) + "_" + id.longValue();
  }

  private static @Nullable GeoPoint point(NativeObject item) {
    NativeObject geo = item.objectIfAny("geo");
    if (geo == null) {
      return null;
    }
    String pair = geo.stringIfAny("coordinates");
    return pair == null ? GeoPoint.of(geo.objectIfAny("coordinates")) : GeoPoint.ofPair(pair);
  }

  /** The types of what is attached, each once: {@code photo,video}. */
  private static @Nullable String attachments(NativeObject item) {
    JsonNode attachments = item.get("attachments");
    if (attachments == null) {
      return null;
    }
    Set<String> types = new LinkedHashSet<>();
    for (JsonNode attachment : attachments) {
      String type = code(attachment.path("type").asText());
      if (type != null) {
        types.add(type);
      }
    }
    return types.isEmpty() ? null : String.join(",", types);
  }

  /** A word of VK's own vocabulary, never free text. */
  private static @Nullable String code(@Nullable String word) {
    return word != null && CODE.matcher(word).matches() ? word : null;
  }
}
