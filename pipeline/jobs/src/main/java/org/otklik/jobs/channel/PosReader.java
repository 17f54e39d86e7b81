package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.otklik.models.post.PostKind;

/**
 * Reads rows of exports of ПОС (the federal form for messages to authorities), each a JSON object
 * keyed by the export's headers, as {@link RecordFile} makes them of CSV and XLSX.
 *
 * <p>«Номер» is the id, «Факт» the text, «Дата поступления» the date: a whole day, taken as its
 * first instant in the region's zone. Columns with names of people (ФИО…) are dropped; the others
 * become source fields.
 */
public final class PosReader extends GuardedReader {
  private static final long serialVersionUID = 1L;
  private static final String CHANNEL = "pos";
  private static final String NUMBER = "Номер";
  private static final String FACT = "Факт";
  private static final String RECEIVED = "Дата поступления";
  private static final Set<String> USED = Set.of(ColumnName.key(NUMBER), ColumnName.key(FACT));
  private static final Set<String> MEANT =
      Set.of(ColumnName.key(NUMBER), ColumnName.key(FACT), ColumnName.key(RECEIVED));

  private final ZoneId zone;

  /**
   * @param zone the region's zone: exports state none
   */
  public PosReader(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  List<Reading> readJson(JsonNode record, Instant receivedAt) throws UnreadableRecord {
    TableRow row = new TableRow(NativeObject.root(record), MEANT);
    String number = row.value(NUMBER);
    if (number == null) {
      throw UnreadableRecord.missing("«" + NUMBER + "»", "the message's number");
    }
    String received = row.value(RECEIVED);
    if (received == null) {
      throw UnreadableRecord.missing("«" + RECEIVED + "»", "a date as dd.MM.yyyy");
    }
    Instant receivedDay = WrittenDate.parse(received, zone);
    if (receivedDay == null) {
      throw UnreadableRecord.unexpected(
          "«" + RECEIVED + "»", "a date as dd.MM.yyyy", "something else");
    }
    PostDraft draft = new PostDraft(CHANNEL, number, PostKind.MESSAGE);
    row.addOthersTo(draft, USED);
    return List.of(
        draft.finish(
            "«" + FACT + "»",
            row.raw(FACT),
            new NativeDate("«" + RECEIVED + "»", receivedDay),
            null,
            receivedAt));
  }
}
