package org.otklik.jobs.posts;

import java.time.Instant;

/**
 * Where a post came from, so that a failure later on can be traced to its record.
 *
 * @param channel the channel that read it
 * @param receivedAt when the collector took it
 * @param topic the topic of its raw record
 * @param partition the partition there
 * @param offset the offset there
 */
public record Origin(
    String channel, Instant receivedAt, String topic, int partition, long offset) {}
