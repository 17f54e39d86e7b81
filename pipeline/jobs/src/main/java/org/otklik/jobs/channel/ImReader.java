package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.otklik.models.post.PostKind;
import org.otklik.models.text.MarkupRemover;
import org.otklik.models.text.PersonalDataMasker;

/**
 * Reads rows of exports of «Инцидент Менеджмент», each a JSON object keyed by the export's headers,
 * as {@link RecordFile} makes them of CSV and XLSX. Four layouts are in use, so columns are found
 * by name.
 *
 * <p>«ID» is the id («Номер инцидента» where there is none), «Текст инцидента» the text, «Дата
 * создания» the date. «Исполнитель» is kept only where it reads like an organisation, a link only
 * where it is not to a person. «1ый ответ ПИ», the official answer, is kept as a source field
 * without markup and with personal data masked.
 */
public final class ImReader extends GuardedReader {
  private static final long serialVersionUID = 1L;
  private static final String CHANNEL = "im";
  private static final String ID = "ID";
  private static final String NUMBER = "Номер инцидента";
  private static final String TEXT = "Текст инцидента";
  private static final String CREATED = "Дата создания";
  private static final String ANSWER = "1ый ответ ПИ";
  private static final Set<String> MEANT =
      Set.of(
          ColumnName.key(ID),
          ColumnName.key(NUMBER),
          ColumnName.key(TEXT),
          ColumnName.key(CREATED));

  private final ZoneId zone;

  /**
   * @param zone the region's zone: exports state none
   */
  public ImReader(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  List<Reading> readJson(JsonNode record, Instant receivedAt) throws UnreadableRecord {
    TableRow row = new TableRow(NativeObject.root(record), MEANT);
    String idColumn = row.value(ID) == null ? NUMBER : ID;
    String id = row.value(idColumn);
    if (id == null) {
      throw UnreadableRecord.missing("«" + ID + "»", "the incident's id");
    }
    String written = row.value(CREATED);
    if (written == null) {
      throw UnreadableRecord.missing("«" + CREATED + "»", "a date as dd.MM.yyyy HH:mm:ss");
    }
    Instant created = WrittenDate.parse(written, zone);
    if (created == null) {
      throw UnreadableRecord.unexpected(
          "«" + CREATED + "»", "a date as dd.MM.yyyy HH:mm:ss", "something else");
    }
    PostDraft draft = new PostDraft(CHANNEL, id, PostKind.MESSAGE);
    String answer = row.raw(ANSWER);
    if (answer != null) {
      draft.sourceField(ANSWER, PersonalDataMasker.mask(MarkupRemover.plain(answer)));
    }
    row.addOthersTo(
        draft, Set.of(ColumnName.key(idColumn), ColumnName.key(TEXT), ColumnName.key(ANSWER)));
    return List.of(
        draft.finish(
            "«" + TEXT + "»",
            row.raw(TEXT),
            new NativeDate("«" + CREATED + "»", created),
            null,
            receivedAt));
  }
}
