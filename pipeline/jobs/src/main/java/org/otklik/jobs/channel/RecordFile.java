package org.otklik.jobs.channel;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A file of a channel, split into native records as it is read; it need not fit into memory.
 *
 * <p>What the file holds is told by its first bytes, not by its name: JSON lines; one JSON document
 * over many lines or in a single one (pages of {@code wall.get}, {@code getUpdates}, {@code
 * result.json}, an array); for ПОС and «Инцидент Менеджмент» also CSV and XLSX, whose rows become
 * JSON objects keyed by header. Blank lines are skipped. Everything else comes out: a broken line
 * as it is, and of a document that breaks off the records before that and then the rest, in pieces
 * of at most {@value DocumentRecords#REST_BYTES} bytes, so that it ends among the dead letters.
 *
 * <p>Of private chats in a Telegram export only their number of messages comes out, no words.
 *
 * <p>{@link #hasNext} and {@link #next} throw {@link UncheckedIOException} when reading fails. Not
 * for use by several threads.
 */
public final class RecordFile implements Iterator<byte[]>, Closeable {
  private static final Path STANDARD_INPUT = Path.of("-");
  private static final int HEAD_BYTES = 1 << 20;
  private static final int MAGIC_BYTES = 8;

  private final Records records;
  private final CountedInput input;
  private final OptionalLong totalBytes;
  private byte @Nullable [] upcoming;
  private boolean ended;

  private RecordFile(Records records, CountedInput input, OptionalLong totalBytes) {
    this.records = records;
    this.input = input;
    this.totalBytes = totalBytes;
  }

  /**
   * Opens a file.
   *
   * @param file the file; {@code -} is standard input
   * @throws IOException when it can't be read, or is of a kind that the channel does not have
   */
  public static RecordFile open(Channel channel, Path file) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? open(channel, System.in)
        : open(channel, Files.newInputStream(file), file, OptionalLong.of(Files.size(file)));
  }

  /** Opens a stream of unknown length, which is closed with this. */
  public static RecordFile open(Channel channel, InputStream in) throws IOException {
    return open(channel, in, null, OptionalLong.empty());
  }

  private static RecordFile open(
      Channel channel, InputStream in, @Nullable Path file, OptionalLong totalBytes)
      throws IOException {
    try {
      byte[] head = in.readNBytes(HEAD_BYTES);
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
      CountedInput input = new CountedInput(whole);
      return new RecordFile(records(channel, head, input, file), input, totalBytes);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static Records records(
      Channel channel, byte[] head, CountedInput input, @Nullable Path file) throws IOException {
    boolean table = channel == Channel.POS || channel == Channel.IM;
    boolean binary = head.length >= MAGIC_BYTES;
    if (binary && ReadableWorkbook.isOLE2Header(head)) {
      throw new IOException("this is an old Excel file (.xls): save it as .xlsx or CSV");
    }
    if (binary && ReadableWorkbook.isOOXMLZipHeader(head)) {
      if (!table) {
        throw new IOException(
            "this is a ZIP or Excel file: channel " + channel.code() + " has JSON");
      }
      return workbook(channel, input, file);
    }
    JsonLayout layout = JsonLayout.of(head, head.length < HEAD_BYTES);
    if (table && layout == JsonLayout.NONE) {
      return new TableRecords(CsvRows.open(input, head, channel), channel);
    }
    return layout == JsonLayout.DOCUMENT
        ? new DocumentRecords(new BufferedInputStream(input, 1 << 16), channel)
        : new LineRecords(input, channel);
  }

  private static Records workbook(Channel channel, InputStream input, @Nullable Path file)
      throws IOException {
    if (file != null) {
      return new WorkbookRecords(file, channel, false);
    }
    Path spooled = Files.createTempFile("otklik-", ".xlsx"); // a ZIP is read from its end
    try {
      Files.copy(input, spooled, StandardCopyOption.REPLACE_EXISTING);
      return new WorkbookRecords(spooled, channel, true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(spooled);
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    if (upcoming == null && !ended) {
      try {
        upcoming = records.next();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      ended = upcoming == null;
    }
    return upcoming != null;
  }

  @Override
  public byte[] next() {
    if (!hasNext() || upcoming == null) {
      throw new NoSuchElementException("the file has no more records");
    }
    byte[] record = upcoming;
    upcoming = null;
    return record;
  }

  /** The file's length; empty for a stream. */
  public OptionalLong totalBytes() {
    return totalBytes;
  }

  /**
   * How much has been read, a little ahead of the records; a workbook counts as a whole when its
   * last row is out.
   */
  public long consumedBytes() {
    return ended && totalBytes.isPresent() ? totalBytes.getAsLong() : input.count();
  }

  @Override
  public void close() throws IOException {
    try (input) {
      records.close();
    }
  }
}
