package org.otklik.local.command;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.channel.ChannelReader;
import org.otklik.jobs.channel.Reading;

/**
 * The key of a raw record in Kafka: the id of its post, so that all versions of a post stay in
 * order.
 */
public final class RecordKey {
  private RecordKey() {}

  /** The id of the first post that the record holds; null when it holds none. */
  public static @Nullable String of(ChannelReader reader, byte[] record, Instant receivedAt) {
    List<Reading> readings = reader.read(record, receivedAt.toEpochMilli());
    return readings.stream()
        .filter(reading -> reading.post() != null)
        .map(reading -> reading.post().id())
        .findFirst()
        .orElse(null);
  }
}
