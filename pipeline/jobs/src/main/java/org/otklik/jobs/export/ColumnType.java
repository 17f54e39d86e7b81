package org.otklik.jobs.export;

/** What a column holds, and how a value is written as text. */
public enum ColumnType {
  /** Words or a key. */
  TEXT("string"),
  /** A whole number. */
  WHOLE("integer"),
  /** A number, with a point before its decimals. */
  NUMBER("double"),
  /** {@code true} or {@code false}. */
  TRUTH("boolean"),
  /** A day, {@code 2026-03-02}. */
  DAY("date"),
  /** A moment in UTC, {@code 2026-03-02T10:00:00Z}. */
  MOMENT("timestamp");

  private final String code;

  ColumnType(String code) {
    this.code = code;
  }

  /** Its name in the manifest. */
  public String code() {
    return code;
  }
}
