package org.otklik.jobs.index;

import org.apache.flink.api.connector.source.SourceSplit;
import org.jspecify.annotations.Nullable;

/**
 * A part of the state of an index that one subtask reads.
 *
 * @param number its number, from 0
 * @param of how many there are
 * @param pointInTime the server's name for the state; null when there is no such index
 * @param after the last document read, as its values of sorting in JSON; {@link #BEGUN} when the
 *     announcement has been read; null when nothing has
 */
record IndexSlice(int number, int of, @Nullable String pointInTime, @Nullable String after)
    implements SourceSplit {
  static final String BEGUN = "";

  @Override
  public String splitId() {
    return number + "/" + of;
  }

  IndexSlice readTo(String newAfter) {
    return new IndexSlice(number, of, pointInTime, newAfter);
  }
}
