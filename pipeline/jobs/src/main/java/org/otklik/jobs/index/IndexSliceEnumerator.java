package org.otklik.jobs.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the server keep the state of the index, and gives its slices to the readers that ask. */
final class IndexSliceEnumerator implements SplitEnumerator<IndexSlice, IndexSource.State> {
  private static final Logger LOG = LoggerFactory.getLogger(IndexSliceEnumerator.class);

  private final SplitEnumeratorContext<IndexSlice> context;
  private final IndexQuestion question;
  private final String index;
  private final PatientServer server;
  private final Deque<IndexSlice> waiting;
  private final Queue<Integer> readers = new ArrayDeque<>();
  private boolean opened;
  private @Nullable String pointInTime;

  IndexSliceEnumerator(
      SplitEnumeratorContext<IndexSlice> context,
      ElasticsearchSettings settings,
      IndexQuestion question,
      IndexSource.State state) {
    this.context = context;
    this.question = question;
    this.index = settings.indexName(question.index());
    this.server = new PatientServer(settings);
    this.opened = state.opened();
    this.pointInTime = state.pointInTime();
    this.waiting = new ArrayDeque<>(state.waiting());
  }

  @Override
  public void start() {
    if (!opened) {
      context.callAsync(this::open, this::opened);
    }
  }

  /** One slice without a state when there is no such index. */
  private List<IndexSlice> open() throws IOException {
    if (!question.required() && !server.has(index)) {
      return List.of(new IndexSlice(0, 1, null, null));
    }
    String state = PointInTimePages.open(server, index);
    return IntStream.range(0, question.slices())
        .mapToObj(number -> new IndexSlice(number, question.slices(), state, null))
        .toList();
  }

  private void opened(@Nullable List<IndexSlice> slices, @Nullable Throwable failure) {
    if (slices == null) {
      throw new FlinkRuntimeException("the index " + index + " can't be read", failure);
    }
    opened = true;
    pointInTime = slices.get(0).pointInTime();
    waiting.addAll(slices);
    assign();
  }

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    readers.add(subtask);
    assign();
  }

  private void assign() {
    while (opened && !readers.isEmpty()) {
      int reader = readers.remove();
      if (!context.registeredReaders().containsKey(reader)) {
        continue; // it has failed meanwhile and asks again when it is back
      }
      IndexSlice slice = waiting.poll();
      if (slice == null) {
        context.signalNoMoreSplits(reader);
      } else {
        context.assignSplit(slice, reader);
      }
    }
  }

  @Override
  public void addSplitsBack(List<IndexSlice> slices, int subtask) {
    slices.forEach(waiting::addFirst);
    assign();
  }

  @Override
  public void addReader(int subtask) {}

  @Override
  public IndexSource.State snapshotState(long checkpoint) {
    return new IndexSource.State(opened, pointInTime, new ArrayList<>(waiting));
  }

  @Override
  public void close() throws IOException {
    try (server) {
      if (pointInTime != null) {
        PointInTimePages.forget(server, pointInTime);
      }
    } catch (IOException e) {
      // It forgets by itself soon, and the job's own failure must not be hidden.
      LOG.warn("Elasticsearch was not told to forget the state of {}", index, e);
    }
  }
}
