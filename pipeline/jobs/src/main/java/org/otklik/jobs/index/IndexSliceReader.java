package org.otklik.jobs.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.jspecify.annotations.Nullable;

/** Reads slices one after the other, a page at a time. */
final class IndexSliceReader implements SplitReader<IndexSliceReader.Read, IndexSlice> {
  private static final int PAGE = 2_000;

  /**
   * What was read.
   *
   * @param after where to go on behind it
   */
  record Read(IndexRecord record, String after) {}

  private final PatientServer server;
  private final IndexQuestion question;
  private final Queue<IndexSlice> waiting = new ArrayDeque<>();
  private @Nullable IndexSlice current;
  private @Nullable PointInTimePages pages;
  private long read;

  IndexSliceReader(ElasticsearchSettings settings, IndexQuestion question) {
    this.server = new PatientServer(settings);
    this.question = question;
  }

  @Override
  public RecordsWithSplitIds<Read> fetch() throws IOException {
    RecordsBySplits.Builder<Read> builder = new RecordsBySplits.Builder<>();
    IndexSlice slice = current;
    if (slice == null) {
      slice = waiting.poll();
      if (slice == null) {
        return builder.build();
      }
      current = slice;
      read = 0;
      pages = slice.pointInTime() == null ? null : pagesOf(slice, slice.pointInTime());
    }
    PointInTimePages open = pages;
    if (open == null) {
      builder.add(
          slice.splitId(), new Read(IndexRecord.missing(question.index()), IndexSlice.BEGUN));
      return finish(builder, slice);
    }
    boolean begins = slice.after() == null && open.total() < 0;
    for (JsonNode hit : open.next()) {
      if (begins) {
        announce(builder, slice, open);
        begins = false;
      }
      IndexRecord record =
          IndexRecord.document(
              question.index(), hit.path("_id").asText(), hit.path("_source").toString());
      builder.add(slice.splitId(), new Read(record, hit.path("sort").toString()));
      read++;
    }
    if (begins) {
      announce(builder, slice, open);
    }
    return open.ended() ? finish(builder, slice) : builder.build();
  }

  private PointInTimePages pagesOf(IndexSlice slice, String pointInTime) throws IOException {
    return new PointInTimePages(
        server,
        new PointInTimePages.Question(
            question.query(), question.fields(), PAGE, slice.number(), slice.of()),
        pointInTime,
        IndexSlice.BEGUN.equals(slice.after()) ? null : slice.after());
  }

  private void announce(
      RecordsBySplits.Builder<Read> builder, IndexSlice slice, PointInTimePages open) {
    builder.add(
        slice.splitId(),
        new Read(IndexRecord.announcement(question.index(), open.total()), IndexSlice.BEGUN));
  }

  private RecordsBySplits<Read> finish(RecordsBySplits.Builder<Read> builder, IndexSlice slice)
      throws IOException {
    if (pages != null && slice.after() == null && read != pages.total()) {
      throw new IOException(
          "slice %s of the index %s gave %d documents, but the server counts %d"
              .formatted(slice.splitId(), question.index(), read, pages.total()));
    }
    current = null;
    pages = null;
    builder.addFinishedSplit(slice.splitId());
    return builder.build();
  }

  @Override
  public void handleSplitsChanges(SplitsChange<IndexSlice> change) {
    waiting.addAll(change.splits());
  }

  @Override
  public void wakeUp() {
    // A request ends by itself in due time.
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
