package org.otklik.models.post;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One public post, comment, official reply or citizen's message, read from whichever channel it
 * came by.
 *
 * <p>It holds no person: the author is a keyed hash from the first step on, and columns with names
 * of people are dropped by the channel's reader. Markup is gone from the text; it may still hold
 * personal data, until {@code PersonalDataMasker} has seen it.
 *
 * @param id deterministic id: {@link PostId#of(String, String)} of channel and native id
 * @param channel where it came from: {@code vk}, {@code telegram}, {@code pos}, {@code im}, {@code
 *     json} or a name that a plain JSON record gives
 * @param nativeId the id that the channel itself gives, unique within the channel
 * @param kind what it is; see {@link PostKind}
 * @param text the words as people wrote them, without markup ({@code MarkupRemover}); never blank,
 *     at most 64 kB in UTF-8
 * @param communityId the community (group, channel, page) it was published in, in the channel's own
 *     form
 * @param communityName the community's name for people
 * @param author keyed hash of the author's native id: equal for equal authors, useless without the
 *     key
 * @param publishedAt when it was published, by the channel's clock: the event time of everything
 *     downstream
 * @param editedAt when its text was last changed, if the channel tells
 * @param version grows with every newer text of the same post; milliseconds since the epoch, at
 *     least those of {@code editedAt} or {@code publishedAt}
 * @param latitude degrees north, when the post itself carries a point
 * @param longitude degrees east, when the post itself carries a point
 * @param replyTo native id of the post that this one answers
 * @param url where a person can read it
 * @param sourceFields what else the source states (status, category, municipality, planned dates,
 *     …), by the source's own field names; without names of people
 */
public record Post(
    String id,
    String channel,
    String nativeId,
    PostKind kind,
    String text,
    @Nullable String communityId,
    @Nullable String communityName,
    @Nullable String author,
    Instant publishedAt,
    @Nullable Instant editedAt,
    long version,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String replyTo,
    @Nullable String url,
    Map<String, String> sourceFields) {

  /** The same post with another text, for example a masked one. */
  public Post withText(String newText) {
    return new Post(
        id,
        channel,
        nativeId,
        kind,
        newText,
        communityId,
        communityName,
        author,
        publishedAt,
        editedAt,
        version,
        latitude,
        longitude,
        replyTo,
        url,
        sourceFields);
  }

  /** The same post as a newer (or older) version of itself. */
  public Post withVersion(long newVersion) {
    return new Post(
        id,
        channel,
        nativeId,
        kind,
        text,
        communityId,
        communityName,
        author,
        publishedAt,
        editedAt,
        newVersion,
        latitude,
        longitude,
        replyTo,
        url,
        sourceFields);
  }
}
