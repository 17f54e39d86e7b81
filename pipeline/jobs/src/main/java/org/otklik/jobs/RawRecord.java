package org.otklik.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record of a channel exactly as it was received, with where it lies in Kafka.
 *
 * @param channel the channel that can read it, for example {@code telegram-export}; null when the
 *     header is missing
 * @param receivedAt when the collector took it
 * @param value the bytes as received
 * @param topic the topic it was read from
 * @param partition the partition it was read from
 * @param offset its offset there
 */
public record RawRecord(
    @Nullable String channel,
    Instant receivedAt,
    byte[] value,
    String topic,
    int partition,
    long offset) {}
