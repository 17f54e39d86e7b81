package org.otklik.jobs.sources;

/**
 * A break between two posts of a source.
 *
 * @param endedAt when it ended, in milliseconds since the epoch
 * @param wakingMillis how long it was without the nights
 */
public record Break(long endedAt, long wakingMillis) {}
