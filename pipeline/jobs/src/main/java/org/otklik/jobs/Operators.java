package org.otklik.jobs;

import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Names of operators: in every job an operator's uid is its name, so that savepoints find their
 * state again.
 */
public final class Operators {
  /**
   * Upper bound of the parallelism of keyed operators; part of the state's layout, never to be
   * changed.
   */
  public static final int MAX_PARALLELISM = 128;

  private Operators() {}

  /** Gives an operator its name, which is its uid too. */
  public static <T> SingleOutputStreamOperator<T> named(
      String name, SingleOutputStreamOperator<T> operator) {
    return operator.name(name).uid(name);
  }

  /** Gives a sink its name, which is its uid too. */
  public static <T> DataStreamSink<T> named(String name, DataStreamSink<T> sink) {
    return sink.name(name).uid(name);
  }
}
