package org.otklik.jobs.sources;

import java.time.Instant;

/**
 * Something new has come from a source.
 *
 * @param channel the source's channel
 * @param source the source's id
 * @param receivedAt when it was received
 */
public record Receipt(String channel, String source, Instant receivedAt) {}
