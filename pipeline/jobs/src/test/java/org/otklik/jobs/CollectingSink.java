package org.otklik.jobs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink that keeps what it gets in this JVM, for tests that run a topology in memory. */
public final class CollectingSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1L;
  private static final Map<Integer, List<Object>> COLLECTED = new ConcurrentHashMap<>();
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final int number = NEXT.incrementAndGet();

  public CollectingSink() {
    COLLECTED.put(number, new CopyOnWriteArrayList<>());
  }

  /** What has been written so far. */
  @SuppressWarnings("unchecked") // only values of T are ever added under this number
  public List<T> values() {
    return (List<T>) COLLECTED.get(number);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    List<Object> collected = COLLECTED.get(number);
    return new SinkWriter<>() {
      @Override
      public void write(T element, Context unused) {
        collected.add(element);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
