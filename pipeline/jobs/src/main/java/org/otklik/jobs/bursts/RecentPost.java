package org.otklik.jobs.bursts;

import java.time.Instant;

/**
 * A post of the last hours.
 *
 * @param id id of the post
 * @param publishedAt when it was published
 * @param urgency 0 (none) to 3 (life or health in danger)
 */
public record RecentPost(String id, Instant publishedAt, int urgency) {}
