package org.otklik.jobs.posts;

import org.otklik.models.post.Post;

/**
 * A post as read, not yet compared with what came before.
 *
 * @param post the post
 * @param origin where it came from
 * @param replacesOlder true when an older version of it is already known; set by {@link
 *     DropDuplicates}
 */
public record ReceivedPost(Post post, Origin origin, boolean replacesOlder) {}
