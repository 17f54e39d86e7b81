package org.otklik.jobs.export;

/**
 * A file of an export.
 *
 * @param path its path below the export's folder, with slashes
 * @param table the table whose rows it holds
 * @param format {@code parquet} or {@code csv}
 * @param rows how many
 * @param suppressed how many of them have withheld counts
 * @param bytes its length
 * @param sha256 SHA-256 of its bytes, hexadecimal
 */
public record WrittenFile(
    String path,
    String table,
    String format,
    long rows,
    long suppressed,
    long bytes,
    String sha256) {}
