package org.otklik.jobs.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.jobs.Json;

/**
 * What lies in an export and what it means, as {@code manifest.json}. It is put together from what
 * the indices and the writers have told, and not at all if these disagree.
 */
final class Manifest {
  /** The file's name. */
  static final String FILE = "manifest.json";

  /** The file that holds its checksum, as {@code sha256sum -c} reads it. */
  static final String CHECKSUM_FILE = "manifest.sha256";

  /** What an index has said, of all its slices together. */
  private record Index(boolean present, long documents) {}

  private final ExportDescription description;
  private final Map<String, Index> indices = new TreeMap<>();
  private final Map<String, WrittenFile> files = new TreeMap<>();

  Manifest(ExportDescription description, List<ExportReceipt> receipts) throws IOException {
    this.description = description;
    for (ExportReceipt receipt : receipts) {
      if (receipt.index() != null) {
        indices.merge(
            receipt.index(),
            new Index(receipt.present(), receipt.documents()),
            (one, other) ->
                new Index(one.present() && other.present(), one.documents() + other.documents()));
      } else if (receipt.file() != null) {
        files.put(receipt.file().path(), receipt.file());
      }
    }
    check();
  }

  /** Rows of a table, and how many of them have withheld counts, in one format. */
  private record Rows(long rows, long suppressed) {}

  private Rows rows(Table table, Format format) {
    return files.values().stream()
        .filter(file -> file.table().equals(table.name()) && file.format().equals(format.code()))
        .map(file -> new Rows(file.rows(), file.suppressed()))
        .reduce(
            new Rows(0, 0),
            (one, other) ->
                new Rows(one.rows() + other.rows(), one.suppressed() + other.suppressed()));
  }

  private Rows rows(Table table) {
    return rows(table, description.formats().iterator().next());
  }

  private void check() throws IOException {
    for (Table table : Tables.ALL) {
      long rows = rows(table).rows();
      for (Format format : description.formats()) {
        if (rows(table, format).rows() != rows) {
          throw new IOException("the formats of the table " + table.name() + " differ in rows");
        }
      }
      if (table.isDimension()) {
        continue;
      }
      Index index = indices.get(table.index());
      if (index == null) {
        throw new IOException("the index " + table.index() + " has not told its count");
      }
      if (table.complete() ? index.documents() != rows : index.documents() < rows) {
        throw new IOException(
            "the table %s has %d rows, but the index %s has %d documents"
                .formatted(table.name(), rows, table.index(), index.documents()));
      }
    }
  }

  /** Writes manifest and checksum into the folder of the export. */
  void write(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    Json.mapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json());
    Files.writeString(folder.resolve(CHECKSUM_FILE), Sha256.of(file) + "  " + FILE + "\n");
  }

  private ObjectNode json() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("schemaVersion", Tables.SCHEMA_VERSION);
    json.put("name", description.name());
    json.put("id", description.id());
    json.put("createdAt", description.createdAt());
    json.putObject("region")
        .put("id", description.region())
        .put("name", description.regionName())
        .put("timeZone", description.zone());
    json.putObject("period")
        .put("from", description.from())
        .put("to", description.to())
        .put("over", description.isOver());
    json.putObject("suppression")
        .put("k", description.k())
        .put(
            "rule",
            "В таблицах heat_daily, claims и alerts числа меньше k скрыты (пусто, suppressed = true). Таблица messages"
                + " — построчная, по ней скрытое можно пересчитать.");
    ObjectNode versions = json.putObject("versions");
    versions.put("taxonomy", description.taxonomy());
    versions.set("models", Json.mapper().valueToTree(description.models()));
    versions.put(
        "note",
        "models — SHA-256 моделей программы, которая сделала выгрузку; более ранние сообщения могли разбирать прежние"
            + " модели");
    if (description.formats().contains(Format.CSV)) {
      json.putObject("csv")
          .put("separator", String.valueOf(description.separator()))
          .put("encoding", "UTF-8 с меткой порядка байтов")
          .put("decimalPoint", ".")
          .put("noValue", "пустая ячейка")
          .put(
              "formulas",
              "Перед текстом, который начинается с = + - @, табуляции или перевода строки, стоит апостроф, чтобы"
                  + " программа электронных таблиц не приняла его за формулу. Числа не изменены.");
    }
    ObjectNode counts = json.putObject("indices");
    indices.forEach(
        (name, index) ->
            counts
                .putObject(name)
                .put("present", index.present())
                .put("documents", index.documents()));
    ObjectNode tables = json.putObject("tables");
    Tables.ALL.forEach(table -> describe(table, tables.putObject(table.name())));
    ArrayNode list = json.putArray("files");
    files.values().stream()
        .sorted(Comparator.comparing(WrittenFile::path))
        .forEach(
            file ->
                list.addObject()
                    .put("path", file.path())
                    .put("table", file.table())
                    .put("format", file.format())
                    .put("rows", file.rows())
                    .put("bytes", file.bytes())
                    .put("sha256", file.sha256()));
    return json;
  }

  private void describe(Table table, ObjectNode json) {
    Rows rows = rows(table);
    json.put("description", table.description());
    json.put("rows", rows.rows());
    if (table.position(Table.SUPPRESSED) >= 0) {
      json.put("suppressedRows", rows.suppressed());
    }
    Index index = indices.get(table.index() == null ? "" : table.index());
    if (index != null) {
      json.put("index", table.index());
      json.put("leftOut", index.documents() - rows.rows());
    }
    json.set("key", Json.mapper().valueToTree(table.key()));
    if (table.byDate()) {
      json.put("partitionedBy", Table.DATE);
    }
    ArrayNode columns = json.putArray("columns");
    for (Column column : table.columns()) {
      ObjectNode of = columns.addObject();
      of.put("name", column.name());
      of.put("type", column.type().code());
      if (column.references() != null) {
        of.put("references", column.references());
      }
      of.put("description", column.description());
    }
  }
}
