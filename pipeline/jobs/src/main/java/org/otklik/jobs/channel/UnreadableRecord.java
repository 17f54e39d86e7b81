package org.otklik.jobs.channel;

/** Why a record can't be read, in words that hold nothing of what people wrote in it. */
final class UnreadableRecord extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  UnreadableRecord(String reason) {
    super(reason, null, false, false); // no stack trace: broken records may come by the million
    this.reason = reason;
  }

  static UnreadableRecord missing(String field, String expected) {
    return new UnreadableRecord(field + ": missing, expected " + expected);
  }

  static UnreadableRecord unexpected(String field, String expected, String got) {
    return new UnreadableRecord(field + ": expected " + expected + ", got " + got);
  }

  String reason() {
    return reason;
  }
}
