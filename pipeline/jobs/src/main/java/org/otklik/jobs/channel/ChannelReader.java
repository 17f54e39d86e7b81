package org.otklik.jobs.channel;

import java.io.Serializable;
import java.util.List;

/**
 * Reads the native records of one channel. A reader never throws: what it can't read is a value
 * ({@link Reading.Outcome#DEAD_LETTER}), so that no record of anyone's can stop the stream.
 */
public interface ChannelReader extends Serializable {

  /**
   * Reads one native record.
   *
   * @param record the bytes as received: one event, one row as a JSON object, or a page of several
   *     posts
   * @param receivedAt when it was received, in milliseconds since the epoch: a date more than a day
   *     after it is not believed
   * @return one reading per post that the record holds, at least one
   */
  List<Reading> read(byte[] record, long receivedAt);
}
