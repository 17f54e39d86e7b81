package org.otklik.jobs.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All documents that a query finds, page by page, of one point in time: the server keeps the state
 * of the index from the first page on, until {@link #close}.
 */
final class IndexPages implements Closeable {
  private final PointInTimePages.Server server;
  private final String index;
  private final PointInTimePages.Question question;
  private @Nullable PointInTimePages pages;

  /**
   * @param index full name of the index
   * @param query a query as JSON
   * @param fields the fields to be read; all when there are none
   * @param size documents of a page, at most 10,000
   */
  IndexPages(
      PointInTimePages.Server server, String index, String query, List<String> fields, int size) {
    this.server = server;
    this.index = index;
    this.question = new PointInTimePages.Question(query, fields, size, 0, 1);
  }

  /** The sources of the next documents; empty when there are no more. */
  List<JsonNode> next() throws IOException {
    PointInTimePages opened = pages;
    if (opened == null) {
      opened = new PointInTimePages(server, question, PointInTimePages.open(server, index), null);
      pages = opened;
    }
    return opened.next().stream().map(hit -> hit.path("_source")).toList();
  }

  /** Lets the server forget the state. */
  @Override
  public void close() throws IOException {
    if (pages != null) {
      PointInTimePages.forget(server, pages.pointInTime());
    }
  }
}
