package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The part that all readers share: one strict parse, and every way of failing turned into a dead
 * letter, so that a reader can be written as if records were always right.
 */
abstract class GuardedReader implements ChannelReader {
  private static final long serialVersionUID = 1L;

  /** Reads one element of a page. */
  interface ItemReader {
    Reading read(JsonNode item, String path) throws UnreadableRecord;
  }

  /** Reads a parsed record. */
  abstract List<Reading> readJson(JsonNode record, Instant receivedAt) throws UnreadableRecord;

  @Override
  public final List<Reading> read(byte[] record, long receivedAt) {
    try {
      List<Reading> readings = readJson(StrictJson.parse(record), Instant.ofEpochMilli(receivedAt));
      return readings.isEmpty() ? List.of(Reading.ignored("a page without posts")) : readings;
    } catch (UnreadableRecord e) {
      return List.of(Reading.deadLetter(e.reason()));
    } catch (RuntimeException | StackOverflowError e) {
      return List.of(failed(e)); // the message of e may quote the record
    }
  }

  /** One reading per item: a broken item costs only itself. */
  static List<Reading> readEach(JsonNode items, String path, ItemReader reader) {
    List<Reading> readings = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      String itemPath = path + "[" + i + "]";
      try {
        readings.add(reader.read(items.get(i), itemPath));
      } catch (UnreadableRecord e) {
        readings.add(Reading.deadLetter(e.reason()));
      } catch (RuntimeException | StackOverflowError e) {
        readings.add(failed(e));
      }
    }
    return readings;
  }

  private static Reading failed(Throwable e) {
    return Reading.deadLetter("the reader failed: " + e.getClass().getSimpleName());
  }
}
