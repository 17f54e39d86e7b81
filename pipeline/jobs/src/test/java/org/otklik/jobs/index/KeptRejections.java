package org.otklik.jobs.index;

import java.util.ArrayList;
import java.util.List;
import org.otklik.jobs.Document;

/** Keeps rejected documents where the test sees them, and what the sink asked for, in order. */
final class KeptRejections implements RejectedDocuments {
  private static final long serialVersionUID = 1L;

  /** {@code open}, {@code reject <id>: <reason>}, {@code flush}, {@code close}. */
  static final List<String> CALLS = new ArrayList<>();

  @Override
  public void open() {
    CALLS.add("open");
  }

  @Override
  public void reject(Document document, String reason) {
    CALLS.add("reject " + document.id() + ": " + reason);
  }

  @Override
  public void flush() {
    CALLS.add("flush");
  }

  @Override
  public void close() {
    CALLS.add("close");
  }
}
