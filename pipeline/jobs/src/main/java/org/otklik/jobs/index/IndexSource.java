package org.otklik.jobs.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Operators;

/**
 * Reads, once, what a query finds in an index, all of it as it was at one point in time: what is
 * written meanwhile is not seen. The server keeps that state for the job and forgets it when the
 * job ends, however it ends (after a crash of the job manager within five minutes).
 *
 * <pre>
 * IndexSliceEnumerator ── POST /index/_pit ──► Elasticsearch
 *      │ IndexSlice 0 … n−1, to whoever asks         ▲
 *      ▼                                             │
 * IndexSliceReader, one per subtask ── POST /_search with slice and search_after
 *      │
 *      ▼
 * IndexRecord: the slice's count by the server, then each document
 * </pre>
 *
 * A slice that gives another number of documents than the server counted fails the job.
 */
public final class IndexSource implements Source<IndexRecord, IndexSlice, IndexSource.State> {
  private static final long serialVersionUID = 1L;

  /**
   * What the enumerator keeps in checkpoints.
   *
   * @param opened whether the server has been asked for the state
   * @param pointInTime the server's name for it; null when there is no such index
   * @param waiting slices that no reader has
   */
  record State(boolean opened, @Nullable String pointInTime, List<IndexSlice> waiting) {}

  private final ElasticsearchSettings settings;
  private final IndexQuestion question;

  public IndexSource(ElasticsearchSettings settings, IndexQuestion question) {
    this.settings = settings;
    this.question = question;
  }

  /** The stream of what the index holds; the operator's name is {@code read-} and the index. */
  public static DataStream<IndexRecord> stream(
      StreamExecutionEnvironment environment,
      ElasticsearchSettings settings,
      IndexQuestion question) {
    return Operators.named(
            "read-" + question.index(),
            environment.fromSource(
                new IndexSource(settings, question),
                WatermarkStrategy.noWatermarks(),
                "read-" + question.index(),
                TypeInformation.of(IndexRecord.class)))
        .setParallelism(question.slices());
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SplitEnumerator<IndexSlice, State> createEnumerator(
      SplitEnumeratorContext<IndexSlice> context) {
    return restoreEnumerator(context, new State(false, null, new ArrayList<>()));
  }

  @Override
  public SplitEnumerator<IndexSlice, State> restoreEnumerator(
      SplitEnumeratorContext<IndexSlice> context, State state) {
    return new IndexSliceEnumerator(context, settings, question, state);
  }

  @Override
  public SimpleVersionedSerializer<IndexSlice> getSplitSerializer() {
    return new JsonSerializer<>(IndexSlice.class);
  }

  @Override
  public SimpleVersionedSerializer<State> getEnumeratorCheckpointSerializer() {
    return new JsonSerializer<>(State.class);
  }

  @Override
  public SourceReader<IndexRecord, IndexSlice> createReader(SourceReaderContext context) {
    return new Reader(context, settings, question);
  }

  /** A slice on its way through a reader. */
  private static final class Progress {
    private IndexSlice slice;

    Progress(IndexSlice slice) {
      this.slice = slice;
    }
  }

  @SuppressWarnings("try") // its close may be interrupted, which Flink expects
  private static final class Reader
      extends SingleThreadMultiplexSourceReaderBase<
          IndexSliceReader.Read, IndexRecord, IndexSlice, Progress> {
    Reader(SourceReaderContext context, ElasticsearchSettings settings, IndexQuestion question) {
      super(
          () -> new IndexSliceReader(settings, question),
          (read, output, progress) -> {
            output.collect(read.record());
            progress.slice = progress.slice.readTo(read.after());
          },
          context.getConfiguration(),
          context);
    }

    @Override
    public void start() {
      if (getNumberOfCurrentlyAssignedSplits() == 0) {
        context.sendSplitRequest();
      }
    }

    @Override
    protected void onSplitFinished(Map<String, Progress> finished) {
      context.sendSplitRequest();
    }

    @Override
    protected Progress initializedState(IndexSlice slice) {
      return new Progress(slice);
    }

    @Override
    protected IndexSlice toSplitType(String splitId, Progress progress) {
      return progress.slice;
    }
  }
}
