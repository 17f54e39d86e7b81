package org.otklik.jobs;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed, whole, with the place where it failed: data to be looked
 * at, never a loss.
 *
 * @param topic the topic that the record was read from
 * @param partition the partition that it was read from
 * @param offset its offset there
 * @param stage the step that gave up: {@code read}, {@code analyze}, {@code index}, {@code deliver}
 * @param reason why, in words for the person who looks
 * @param channel the channel it came by, if known
 * @param value the bytes as received
 */
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    String stage,
    String reason,
    @Nullable String channel,
    byte[] value) {}
