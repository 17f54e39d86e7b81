package org.otklik.jobs.bursts;

import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Standing;

/**
 * One post comes to a theme, leaves it, or moves within it.
 *
 * @param theme id of the theme
 * @param postId id of the post
 * @param leaves what is taken away; null when it comes
 * @param comes what is added; null when it leaves
 * @param isNew false for a newer version of a post that was counted before, in whichever theme
 */
public record ThemeChange(
    String theme,
    String postId,
    @Nullable Standing leaves,
    @Nullable Standing comes,
    boolean isNew) {}
