package org.otklik.jobs.channel;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file. The encoding is what its byte order mark says, else UTF-8, else
 * windows-1251; the separator is that of {@code ;}, {@code ,} and tab which makes most sense of the
 * first rows.
 */
final class CsvRows implements Rows {
  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final char[] SEPARATORS = {';', ',', '\t'};
  private static final int HEAD_CHARS = 1 << 16;
  private static final int ROWS_TO_TRY = 50;

  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> rows;
  private final char separator;
  private long line;

  private CsvRows(CsvReader<CsvRecord> reader, char separator) {
    this.separator = separator;
    this.reader = reader;
    this.rows = reader.iterator();
  }

  /**
   * @param head the first bytes of the input
   */
  static CsvRows open(InputStream in, byte[] head, Channel channel) {
    Charset charset = charset(head);
    String text = new String(head, 0, Math.min(head.length, HEAD_CHARS * 2), charset);
    char separator = separator(text.replace("\uFEFF", ""), channel);
    return new CsvRows(
        format(separator)
            .ofCsvRecord(
                new EndMarkedReader(new MarklessReader(new InputStreamReader(in, charset)))),
        separator);
  }

  private static CsvReader.CsvReaderBuilder format(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .acceptCharsAfterQuotes(true)
        .ignoreDifferentFieldCount(true)
        .skipEmptyLines(true);
  }

  private static Charset charset(byte[] head) {
    if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    boolean malformed =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            // not the end of input: the head may end within a character
            .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false)
            .isError();
    return malformed ? CYRILLIC : StandardCharsets.UTF_8;
  }

  private static char separator(String head, Channel channel) {
    char best = SEPARATORS[0];
    long bestScore = -1;
    for (char separator : SEPARATORS) {
      long score = score(head, separator, channel);
      if (score > bestScore) {
        best = separator;
        bestScore = score;
      }
    }
    return best;
  }

  /** Known columns count before all, then the number of columns. */
  private static long score(String head, char separator, Channel channel) {
    long score = 0;
    try (CsvReader<CsvRecord> reader = format(separator).ofCsvRecord(new StringReader(head))) {
      int left = ROWS_TO_TRY;
      for (CsvRecord row : reader) {
        long known = TableRecords.knownColumns(row.getFields(), channel);
        score = Math.max(score, known * 1000 + Math.min(row.getFieldCount(), 999));
        if (--left == 0) {
          break;
        }
      }
    } catch (CsvParseException e) {
      return score;
    } catch (IOException e) {
      throw new UncheckedIOException("a string can be read", e);
    }
    return score;
  }

  @Override
  public @Nullable List<String> next() throws IOException, BrokenTable {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      CsvRecord row = rows.next();
      List<String> fields = row.getFields();
      String last = fields.get(fields.size() - 1);
      if (!last.endsWith(EndMarkedReader.MARK)) {
        line = row.getStartingLineNumber();
        return fields;
      }
      if (last.equals(EndMarkedReader.MARK)) {
        return null;
      }
      throw new BrokenTable(unclosed(), unclosedRow(fields));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException | NoSuchElementException e) {
      throw new BrokenTable(unclosed(), "");
    }
  }

  private String unclosed() {
    return "the CSV can't be followed behind the row at line " + line + ": is a quote not closed?";
  }

  /** The row with the quote, and all rows that its last field has swallowed. */
  private String unclosedRow(List<String> fields) {
    int at = fields.size() - 1;
    String last = fields.get(at);
    String swallowed = '"' + last.substring(0, last.length() - EndMarkedReader.MARK.length());
    return at == 0
        ? swallowed
        : String.join(String.valueOf(separator), fields.subList(0, at)) + separator + swallowed;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
