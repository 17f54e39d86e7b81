package org.otklik.jobs;

import org.jspecify.annotations.Nullable;

/**
 * A post comes, or a newer version of it counts elsewhere or as something else.
 *
 * @param postId id of the post
 * @param before where it counted until now; null when it is new or counted nowhere
 * @param after where it counts from now on; null when it counts nowhere
 */
public record PostMove(String postId, @Nullable Standing before, @Nullable Standing after) {}
