package org.otklik.jobs.index;

/**
 * What became of one document of a bulk request.
 *
 * @param kind what to do with it now
 * @param reason Elasticsearch's words for {@link Kind#RETRY} and {@link Kind#REJECTED}, else empty
 */
record WriteOutcome(Kind kind, String reason) {

  /** What to do with the document now. */
  enum Kind {
    /** Nothing: it is in the index. */
    INDEXED,
    /** Nothing: the index holds a newer version. */
    SUPERSEDED,
    /** Send it again later: the server is overloaded, unwell or away. */
    RETRY,
    /** Hand it to {@link RejectedDocuments}: the server will never take it as it is. */
    REJECTED
  }

  static final WriteOutcome INDEXED = new WriteOutcome(Kind.INDEXED, "");
  static final WriteOutcome SUPERSEDED = new WriteOutcome(Kind.SUPERSEDED, "");

  static WriteOutcome retry(String reason) {
    return new WriteOutcome(Kind.RETRY, reason);
  }

  static WriteOutcome rejected(String reason) {
    return new WriteOutcome(Kind.REJECTED, reason);
  }
}
