package org.otklik.jobs.bursts;

import java.util.List;

/**
 * One look at the last hours of a theme in a municipality.
 *
 * @param hours how many hours
 * @param posts the posts in them, by time of publication
 * @param expected how many were expected
 * @param tail probability of so many by chance
 */
record BurstWindow(int hours, List<RecentPost> posts, double expected, double tail) {}
