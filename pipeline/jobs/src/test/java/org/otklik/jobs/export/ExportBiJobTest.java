package org.otklik.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.jobs.Json;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.index.IndexRecord;

class ExportBiJobTest {
  private static final Path CONFIGURATION = Path.of("../../config");
  private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");

  private static final String NAME = "sakhalin_2026-03-01_2026-03-03";
  private static final String CLAIM_WORDS =
      "В Приреченске после аварии на комбинате вода из-под крана отравлена, пить её нельзя даже кипячёной";

  @TempDir Path out;

  private final List<IndexRecord> posts = new ArrayList<>();
  private final List<IndexRecord> heat = new ArrayList<>();
  private final List<IndexRecord> claims = new ArrayList<>();
  private final List<IndexRecord> alerts = new ArrayList<>();

  @Test
  void duckDbReadsEveryTableAndEveryKeyResolves() throws Exception {
    fill();

    Path export = export(arguments());

    for (Duck opened : List.of(Duck.parquet(export), Duck.csv(export, ';'))) {
      try (Duck duck = opened) {
        assertThat(duck.unresolved()).isEmpty();
        assertThat(duck.count(MessageRows.TABLE)).isEqualTo(4);
        assertThat(duck.count(SuppressSmallCells.TABLE)).isEqualTo(4);
        assertThat(duck.count(ClaimRows.TABLE)).isEqualTo(3);
        assertThat(duck.count(AlertRows.TABLE)).isEqualTo(2);
        assertThat(duck.count(Calendar.TABLE)).isEqualTo(3);
        assertThat(duck.count(Dimensions.MUNICIPALITY)).isEqualTo(18 + 2);
        for (Table table : Tables.ALL) {
          assertThat(duck.value(duplicates(table))).as(table.name()).isEqualTo("0");
        }
      }
    }
  }

  private static String duplicates(Table table) {
    String key = String.join(", ", table.key());
    return "SELECT count(*) FROM (SELECT %s FROM %s GROUP BY ALL HAVING count(*) > 1)"
        .formatted(key, Duck.name(table));
  }

  @Test
  void columnsHaveTheTypesThatTheManifestStates() throws Exception {
    fill();

    try (Duck duck = Duck.parquet(export(arguments()))) {
      assertThat(
              duck.rows("SELECT column_name, column_type FROM (DESCRIBE heat_daily)").stream()
                  .map(row -> row.get(0) + " " + row.get(1)))
          .containsExactlyInAnyOrder(
              "region VARCHAR",
              "date DATE",
              "municipality VARCHAR",
              "theme VARCHAR",
              "messages INTEGER",
              "problems INTEGER",
              "urgent INTEGER",
              "review INTEGER",
              "communities INTEGER",
              "per_thousand DOUBLE",
              "suppressed BOOLEAN");
      assertThat(duck.value("SELECT typeof(first_seen) FROM claims LIMIT 1"))
          .isEqualTo("TIMESTAMP WITH TIME ZONE");
      assertThat(
              duck.value(
                  "SELECT DISTINCT compression FROM parquet_metadata('%s')"
                      .formatted(out.resolve(NAME + "/parquet/theme.parquet"))))
          .isEqualTo("ZSTD");
    }
  }

  @Test
  void daysBeginAtMidnightOfTheRegion() throws Exception {
    posts.add(post("late", "2026-03-01T12:59:00Z", "roads", "Холмский")); // 23:59 on Sakhalin
    posts.add(post("early", "2026-03-01T13:01:00Z", "roads", "Холмский")); // 00:01 the next day

    try (Duck duck = Duck.parquet(export(arguments()))) {
      assertThat(duck.rows("SELECT id, date, hour FROM messages ORDER BY date"))
          .containsExactly(
              List.of("late", "2026-03-01", "23"), List.of("early", "2026-03-02", "0"));
    }
  }

  @Test
  void whatIsNotKnownHasMembersOfItsOwn() throws Exception {
    posts.add(post("1", "2026-03-01T03:00:00Z", "roads", null));
    posts.add(post("2", "2026-03-01T03:00:00Z", "roads", "Бывший район"));

    try (Duck duck = Duck.csv(export(arguments()), ';')) {
      assertThat(duck.rows("SELECT id, municipality, category FROM messages ORDER BY id"))
          .containsExactly(
              List.of("1", "не определено", "не определено"),
              List.of("2", "нет в справочнике", "не определено"));
      assertThat(duck.unresolved()).isEmpty();
    }
  }

  @Test
  void holdsNoTextAndNoAuthor() throws Exception {
    fill();

    Path export = export(arguments());

    Set<String> columns =
        Tables.ALL.stream()
            .flatMap(table -> table.columns().stream())
            .map(Column::name)
            .collect(Collectors.toSet());
    assertThat(columns)
        .doesNotContain(
            "text",
            "lemmas",
            "author",
            "url",
            "house",
            "street",
            "native_id",
            "summary",
            "example",
            "reply_to",
            "latitude_of_post");
    for (String field : List.of("text", "author", "url", "house", "street", "nativeId", "lemmas")) {
      assertThat(MessageRows.FIELDS).doesNotContain(field);
    }
    try (Stream<Path> files = Files.walk(export.resolve("csv"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("СЛОВА", "ПСЕВДОНИМ");
      }
    }
  }

  @Test
  void countsUnderKAreWithheldInTablesOfCounts() throws Exception {
    fill();

    Path export = export(arguments());

    try (Duck duck = Duck.parquet(export)) {
      assertThat(
              duck.rows(
                  "SELECT municipality, theme, messages, problems, suppressed FROM heat_daily ORDER BY ALL"))
          .containsExactlyInAnyOrder(
              row("Холмский", "roads", null, null, "true"),
              row(
                  "Холмский",
                  "energy",
                  null,
                  null,
                  "true"), // else the other one of Холмский is known
              row("Анивский", "roads", null, null, "true"),
              row("не определено", "roads", "40", "6", "false"));
      assertThat(duck.rows("SELECT kind, claim, posts, suppressed FROM claims ORDER BY ALL"))
          .containsExactlyInAnyOrder(
              row("narrative", null, "9", "false"),
              row("claim", CLAIM_WORDS, "12", "false"),
              row("claim", null, null, "true"));
      assertThat(duck.rows("SELECT kind, count, suppressed FROM alerts ORDER BY ALL"))
          .containsExactly(row("burst", "9", "false"), row("burst", null, "true"));
    }
    JsonNode manifest = manifest(export);
    assertThat(manifest.at("/suppression/k").asInt()).isEqualTo(5);
    assertThat(manifest.at("/tables/heat_daily/suppressedRows").asInt()).isEqualTo(3);
    assertThat(manifest.at("/tables/claims/suppressedRows").asInt()).isEqualTo(1);
    assertThat(manifest.at("/tables/claims/leftOut").asInt()).isEqualTo(1);
  }

  @Test
  void everyDayAndEveryTableHasItsFileAlsoWithoutRows() throws Exception {
    alerts.clear();

    Path export = export(arguments());

    try (Duck duck = Duck.parquet(export)) {
      assertThat(duck.count(MessageRows.TABLE)).isZero();
      assertThat(duck.count(AlertRows.TABLE)).isZero();
    }
    assertThat(manifest(export).at("/indices/alerts/present").asBoolean()).isFalse();
    assertThat(export.resolve("parquet/messages/date=2026-03-02/messages.parquet")).exists();
    assertThat(ExportCheck.of(export).faults()).isEmpty();
  }

  @Test
  void manifestStatesWhatTheIndicesCountedAndExplainsEveryColumn() throws Exception {
    fill();

    JsonNode manifest = manifest(export(arguments()));

    assertThat(manifest.at("/indices/posts/documents").asInt()).isEqualTo(4);
    assertThat(manifest.at("/tables/messages/rows").asInt()).isEqualTo(4);
    assertThat(manifest.at("/versions/taxonomy").asInt()).isPositive();
    assertThat(manifest.at("/versions/models/topic~1themes.model.gz").asText()).hasSize(64);
    assertThat(manifest.at("/tables/messages/columns"))
        .isNotEmpty()
        .allSatisfy(column -> assertThat(column.path("description").asText()).isNotBlank());
  }

  @Test
  void rowsThatAreNotWhatTheIndexCountedArePublishedNowhere() throws Exception {
    posts.add(post("1", "2026-03-01T03:00:00Z", "roads", null));
    posts.add(IndexRecord.announcement("posts", 1)); // one more than there are

    assertThatThrownBy(() -> export(arguments()))
        .rootCause()
        .hasMessageContaining("messages has 1 rows")
        .hasMessageContaining("posts has 2 documents");
    assertThat(published()).isEmpty();
  }

  @Test
  void anExportThatIsKilledBeforePublishingLeavesTheOldOneWhole() throws Exception {
    fill();
    Path old = export(arguments());
    String pointer = Files.readString(out.resolve("latest-sakhalin.json"));

    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledExport.class.getName(),
                out.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();

    assertThat(killed.waitFor()).isEqualTo(KilledExport.EXIT_CODE);
    assertThat(published()).containsExactly(NAME);
    assertThat(ExportCheck.of(old).faults()).isEmpty();
    assertThat(out.resolve("latest-sakhalin.json")).hasContent(pointer);
    assertThat(staged()).hasSize(1);
    try (Stream<Path> files = Files.walk(staged().get(0))) {
      assertThat(files.filter(Files::isRegularFile)).hasSizeGreaterThan(20);
    }

    Path next = export(arguments());

    assertThat(staged()).isEmpty();
    assertThat(next.getFileName()).hasToString(NAME + "_2");
    assertThat(
            Json.mapper()
                .readTree(out.resolve("latest-sakhalin.json").toFile())
                .path("export")
                .asText())
        .isEqualTo(NAME + "_2");
  }

  /** Another process, which dies when all files are written and before any is published. */
  static final class KilledExport implements Sink<ExportReceipt> {
    private static final long serialVersionUID = 1L;

    static final int EXIT_CODE = 137;

    public static void main(String[] folder) throws Exception {
      ExportBiJobTest test = new ExportBiJobTest();
      test.out = Path.of(folder[0]);
      test.fill();
      test.export(test.arguments(), new KilledExport());
    }

    @Override
    public SinkWriter<ExportReceipt> createWriter(WriterInitContext context) {
      return new SinkWriter<>() {
        @Override
        public void write(ExportReceipt receipt, Context unused) {}

        @Override
        public void flush(boolean endOfInput) {
          Runtime.getRuntime().halt(EXIT_CODE);
        }

        @Override
        public void close() {}
      };
    }
  }

  @Test
  void csvIsHarmlessInSpreadsheetsAndHasAByteOrderMark() throws Exception {
    posts.add(
        IndexRecord.document(
            "posts",
            "1",
            """
            {"publishedAt":"2026-03-01T03:00:00Z","channel":"vk","communityName":"=HYPERLINK(\\"x\\");1","communityId":"-1"}"""));

    Path export = export(arguments());

    byte[] bytes = Files.readAllBytes(export.resolve("csv/messages.csv"));
    assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\"'=HYPERLINK(\"\"x\"\");1\"");
    try (Duck duck = Duck.parquet(export)) {
      assertThat(duck.value("SELECT community FROM messages")).isEqualTo("=HYPERLINK(\"x\");1");
    }
    assertThat(Files.readString(export.resolve("csv/municipality.csv"))).doesNotContain("'");
  }

  private void fill() {
    posts.add(post("1", "2026-03-01T03:00:00Z", "roads", "Холмский"));
    posts.add(post("2", "2026-03-01T03:00:00Z", "energy", "Анивский"));
    posts.add(post("3", "2026-03-02T03:00:00Z", "roads", null));
    posts.add(post("4", "2026-03-03T03:00:00Z", "no-such-theme", "Холмский"));
    heat.add(cell("Холмский", "roads", 4, 1));
    heat.add(cell("Холмский", "energy", 7, 6));
    heat.add(cell("Анивский", "roads", 3, 1));
    heat.add(cell(null, "roads", 40, 6));
    claims.add(claim("c1", "claim", "water-poisoned-by-plant", 12));
    claims.add(claim("c2", "claim", "of-the-staff", 2));
    claims.add(claim("n1", "narrative", null, 9));
    claims.add(claim("n2", "narrative", null, 4));
    alerts.add(alert("a1", 9));
    alerts.add(alert("a2", 3));
  }

  static IndexRecord post(String id, String publishedAt, String theme, String municipality) {
    return IndexRecord.document(
        "posts",
        id,
        """
        {"publishedAt":"%s","channel":"vk","kind":"post","communityId":"-990000003","theme":"%s","modelTheme":"%s",
         "type":"problem","urgency":1,"municipality":%s,"precision":"settlement","certain":true,"review":false,
         "text":"СЛОВА","author":"ПСЕВДОНИМ"}"""
            .formatted(
                publishedAt,
                theme,
                theme,
                municipality == null ? "null" : "\"" + municipality + "\""));
  }

  static IndexRecord cell(String municipality, String theme, int messages, int problems) {
    return IndexRecord.document(
        "heat-daily",
        municipality + theme,
        """
        {"region":"sakhalin","municipality":%s,"theme":"%s","date":"2026-03-02","messages":%d,"problems":%d,
         "urgent":1,"review":0,"communities":2}"""
            .formatted(
                municipality == null ? "null" : "\"" + municipality + "\"",
                theme,
                messages,
                problems));
  }

  static IndexRecord claim(String id, String kind, String claimId, int posts) {
    return IndexRecord.document(
        "claims",
        id,
        """
        {"kind":"%s","claimId":%s,"claim":"СЛОВА","example":"СЛОВА","firstSeen":"2026-03-01T03:10:00Z",
         "lastSeen":"2026-03-02T03:10:00Z","posts":%d,"communities":2,"afterRefutation":1,"suddenSpread":true}"""
            .formatted(kind, claimId == null ? "null" : "\"" + claimId + "\"", posts));
  }

  static IndexRecord alert(String id, int count) {
    return IndexRecord.document(
        "alerts",
        id,
        """
        {"eventId":"%s","kind":"burst","time":"2026-03-02T03:00:00Z","municipality":"Холмский","theme":"roads",
         "severity":2,"summary":"СЛОВА","state":"delivered","attemptCount":1,"figures":{"count":%d,"expected":1.5}}"""
            .formatted(id, count));
  }

  private ExportArguments arguments() {
    return new ExportArguments(
        CONFIGURATION,
        "sakhalin",
        LocalDate.parse("2026-03-01"),
        LocalDate.parse("2026-03-03"),
        out,
        Set.of(Format.PARQUET, Format.CSV),
        ';',
        5,
        ElasticsearchSettings.at("http://localhost:1"));
  }

  private Path export(ExportArguments arguments) throws Exception {
    return export(arguments, null);
  }

  private Path export(ExportArguments arguments, Sink<ExportReceipt> publication) throws Exception {
    ExportFolder folder = new ExportFolder(out);
    ExportFolder.Hold hold = folder.hold();
    try (hold) {
      ExportBiJob.Settings settings = ExportBiJob.Settings.of(arguments, NOW);
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.createLocalEnvironment(
              2,
              new Configuration()
                  .set(PipelineOptions.GENERIC_TYPES, false)
                  .set(PipelineOptions.AUTO_GENERATE_UIDS, false));
      ExportBiJob.define(
          new ExportBiJob.Streams(
              stream(environment, "posts", posts),
              stream(environment, "heat-daily", heat),
              stream(environment, "claims", claims),
              stream(environment, "alerts", alerts)),
          new ExportBiJob.Sinks(
              publication == null ? new PublishExport(out, settings.export()) : publication),
          settings);
      environment.execute();
      return out.resolve(settings.export().name());
    }
  }

  private static DataStream<IndexRecord> stream(
      StreamExecutionEnvironment environment, String index, List<IndexRecord> documents) {
    List<IndexRecord> records = new ArrayList<>(documents);
    records.add(
        index.equals("alerts") && documents.isEmpty()
            ? IndexRecord.missing(index)
            : IndexRecord.announcement(
                index, documents.stream().filter(record -> record.source() != null).count()));
    return environment
        .fromData(TypeInformation.of(IndexRecord.class), records.toArray(new IndexRecord[0]))
        .name(index)
        .uid(index);
  }

  private List<String> published() throws IOException {
    return new ExportFolder(out)
        .exports().stream().map(export -> export.getFileName().toString()).toList();
  }

  private List<Path> staged() throws IOException {
    try (Stream<Path> entries = Files.list(out)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith(".staging"))
          .toList();
    }
  }

  private static JsonNode manifest(Path export) throws IOException {
    return Json.mapper().readTree(export.resolve("manifest.json").toFile());
  }

  private static List<String> row(String... values) {
    List<String> row = new ArrayList<>();
    for (String value : values) {
      row.add(value);
    }
    return row;
  }
}
