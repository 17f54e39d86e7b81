package org.otklik.jobs.heat;

import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Standing;

/**
 * Where a post counts at present.
 *
 * @param standing where, and as what; null when the post counts nowhere
 * @param version the post's version that put it there
 */
public record Contribution(@Nullable Standing standing, long version) {}
