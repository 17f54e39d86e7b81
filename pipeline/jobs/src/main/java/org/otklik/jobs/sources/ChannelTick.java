package org.otklik.jobs.sources;

import java.time.Instant;

/**
 * The clock strikes for a channel.
 *
 * @param channel the channel
 * @param time the time
 */
public record ChannelTick(String channel, Instant time) {}
