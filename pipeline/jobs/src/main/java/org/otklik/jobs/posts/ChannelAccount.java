package org.otklik.jobs.posts;

import java.time.Instant;
import java.util.Map;

/**
 * The account of one channel: how many records it brought and what became of them.
 *
 * @param channel the channel
 * @param received records received; the sum of the outcomes
 * @param outcomes count by {@link Fate#outcome()}
 * @param reasons count by reason, for ignored records and dead letters
 * @param lastReceivedAt when the latest of them was received
 */
public record ChannelAccount(
    String channel,
    long received,
    Map<String, Long> outcomes,
    Map<String, Long> reasons,
    Instant lastReceivedAt) {}
