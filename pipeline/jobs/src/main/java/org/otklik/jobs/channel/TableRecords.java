package org.otklik.jobs.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as JSON objects keyed by header.
 *
 * <p>The header is the row, among the first {@value #ROWS_TO_SEARCH}, with most of the channel's
 * known columns; what stands above it is a title. Without such a row all rows come out under {@code
 * column-1}, {@code column-2}…, for their reader to refuse. Cells beyond the header are named like
 * that too. Where the table breaks, a last record says so and holds what is known of the rest; more
 * than one when that is long.
 */
final class TableRecords implements Records {
  /** The key of what is no row: its value says why. */
  static final String UNREADABLE = "unreadable";

  private static final String REST = "rest";
  private static final int REST_CHARS = DocumentRecords.REST_BYTES / 3;
  private static final int ROWS_TO_SEARCH = 50;
  private static final Set<String> POS_COLUMNS =
      keys("Номер", "Факт", "Дата поступления", "Номер ЕПГУ", "Стадия", "Категория");
  private static final Set<String> IM_COLUMNS =
      keys("ID", "Номер инцидента", "Текст инцидента", "Дата создания", "Муниципалитет", "Тема");

  private final Rows rows;
  private final Channel channel;
  private final Deque<List<String>> read = new ArrayDeque<>();
  private @Nullable List<String> header;
  private Rows.@Nullable BrokenTable broken;
  private int restGiven;
  private boolean ended;

  TableRecords(Rows rows, Channel channel) {
    this.rows = rows;
    this.channel = channel;
  }

  private static Set<String> keys(String... headers) {
    return Stream.of(headers).map(ColumnName::key).collect(Collectors.toUnmodifiableSet());
  }

  /** How many of the channel's columns a row names: what it is as a header. */
  static long knownColumns(List<String> row, Channel channel) {
    Set<String> known = channel == Channel.POS ? POS_COLUMNS : IM_COLUMNS;
    return row.stream().map(ColumnName::key).distinct().filter(known::contains).count();
  }

  @Override
  public byte @Nullable [] next() throws IOException {
    if (header == null) {
      findHeader();
    }
    List<String> row = read.isEmpty() ? readRow() : read.poll();
    if (row != null) {
      return json(keyed(row));
    }
    return broken == null ? null : nextOfRest(broken);
  }

  private byte[] nextOfRest(Rows.BrokenTable table) throws JsonProcessingException {
    Map<String, String> record = new LinkedHashMap<>();
    record.put(UNREADABLE, String.valueOf(table.getMessage()));
    String rest = WellFormed.cut(table.rest().substring(restGiven), REST_CHARS);
    if (!rest.isEmpty()) {
      record.put(REST, rest);
    }
    restGiven += rest.length();
    if (restGiven == table.rest().length()) {
      broken = null;
    }
    return json(record);
  }

  private void findHeader() throws IOException {
    long most = 0;
    int at = -1;
    List<List<String>> first = new ArrayList<>();
    while (first.size() < ROWS_TO_SEARCH) {
      List<String> row = readRow();
      if (row == null) {
        break;
      }
      first.add(row);
      long known = knownColumns(row, channel);
      if (known > most) {
        most = known;
        at = first.size() - 1;
      }
    }
    header = at < 0 ? List.of() : names(first.get(at));
    read.addAll(first.subList(at + 1, first.size()));
  }

  /** Tidy and distinct names. */
  private static List<String> names(List<String> cells) {
    List<String> names = new ArrayList<>();
    for (String cell : cells) {
      String tidy = ColumnName.tidy(cell);
      String name = tidy.isEmpty() ? "column-" + (names.size() + 1) : tidy;
      for (int copy = 2; names.contains(name); copy++) {
        name = tidy + " (" + copy + ")";
      }
      names.add(name);
    }
    return names;
  }

  private Map<String, String> keyed(List<String> row) {
    List<String> names = header == null ? List.of() : header;
    Map<String, String> keyed = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      if (!row.get(i).isBlank()) {
        keyed.put(i < names.size() ? names.get(i) : "column-" + (i + 1), row.get(i));
      }
    }
    return keyed;
  }

  /** The next row with anything in it. */
  private @Nullable List<String> readRow() throws IOException {
    if (ended) {
      return null;
    }
    try {
      List<String> row = rows.next();
      while (row != null && row.stream().allMatch(String::isBlank)) {
        row = rows.next();
      }
      ended = row == null;
      return row;
    } catch (Rows.BrokenTable e) {
      ended = true;
      broken = e;
      return null;
    }
  }

  private static byte[] json(Map<String, String> object) throws JsonProcessingException {
    return StrictJson.MAPPER.writeValueAsBytes(object);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
