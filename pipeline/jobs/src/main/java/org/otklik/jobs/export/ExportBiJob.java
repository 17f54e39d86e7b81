package org.otklik.jobs.export;

import static org.otklik.jobs.Operators.named;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.otklik.jobs.Operators;
import org.otklik.jobs.Period;
import org.otklik.jobs.index.IndexQuestion;
import org.otklik.jobs.index.IndexRecord;
import org.otklik.jobs.index.IndexSource;
import org.otklik.models.analysis.ModelVersions;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.misinformation.ClaimRegister;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;

/**
 * The bounded job {@code export-bi}: the days of a period from the indices into the tables that BI
 * systems read.
 *
 * <pre>
 * index posts ──────► message-rows ────────────────────────────────┐
 * index heat-daily ─► day-cells ──by day──► suppress-small-cells ──┤
 * index claims ─────► claim-rows ──────────────────────────────────┤
 * index alerts ─────► alert-rows ──────────────────────────────────┤
 * configuration ────► dimension-rows ──────────────────────────────┤
 *                                          by file                 │
 *                          write-parquet, write-csv  ◄─────────────┘
 *                                     │ each file's rows and checksum
 * the indices' own counts ───────────►├──► publish-export: manifest, rename
 * </pre>
 */
public final class ExportBiJob {
  /** The job's name. */
  public static final String NAME = "export-bi";

  private ExportBiJob() {}

  /**
   * What is read.
   *
   * @param posts the posts of the period
   * @param heatDaily the cells of the period's days
   * @param claims what spread in the period
   * @param alerts the alerts of the period
   */
  public record Streams(
      DataStream<IndexRecord> posts,
      DataStream<IndexRecord> heatDaily,
      DataStream<IndexRecord> claims,
      DataStream<IndexRecord> alerts) {}

  /**
   * Where the results go, besides the files.
   *
   * @param publication hears of the files and publishes them
   */
  public record Sinks(Sink<ExportReceipt> publication) {}

  /**
   * What the topology needs to know.
   *
   * @param export what the export is of
   * @param staging the folder in which it is made
   * @param region the region
   * @param period the days
   * @param taxonomy themes and categories
   * @param claims the words of each configured claim, by its id
   */
  public record Settings(
      ExportDescription export,
      Path staging,
      Region region,
      Period period,
      Taxonomy taxonomy,
      Map<String, String> claims) {

    /**
     * From the configuration.
     *
     * @throws IllegalArgumentException when it is wrong; names file and key
     */
    static Settings of(ExportArguments arguments, Instant now) throws IOException {
      Region region = new RegionFiles(arguments.configuration()).load(arguments.regionId());
      Period period = new Period(arguments.from(), arguments.to(), region.timeZone());
      Taxonomy taxonomy = Taxonomy.load(arguments.configuration());
      ExportFolder folder = new ExportFolder(arguments.out().toAbsolutePath());
      ExportDescription export =
          new ExportDescription(
              folder.freeName(region.id(), period),
              UUID.randomUUID().toString(),
              region.id(),
              region.name(),
              region.timeZone().getId(),
              period.from().toString(),
              period.to().toString(),
              now.toString(),
              arguments.k(),
              arguments.formats(),
              arguments.separator(),
              taxonomy.version(),
              ModelVersions.shipped());
      Map<String, String> claims =
          ClaimRegister.load(arguments.configuration().resolve("claims"))
              .forRegion(region.id())
              .claims()
              .stream()
              .collect(Collectors.toMap(Claim::id, Claim::claim));
      return new Settings(export, folder.staging(export.id()), region, period, taxonomy, claims);
    }
  }

  /** Entry point for {@code flink run}; see {@link ExportArguments} for the arguments. */
  public static void main(String[] args) throws Exception {
    execute(
        StreamExecutionEnvironment.getExecutionEnvironment(),
        ExportArguments.parse(System.getenv(), args));
  }

  /**
   * Makes one export and waits for it. The folder is kept for it meanwhile; if it fails, nothing is
   * left of it. (Submitted detached, {@code flink run -d}, the folder is kept no longer than the
   * submission takes: then see to it that exports into one folder do not overlap.)
   *
   * @return the export's folder
   */
  public static Path execute(StreamExecutionEnvironment environment, ExportArguments arguments)
      throws Exception {
    ExportFolder folder = new ExportFolder(arguments.out().toAbsolutePath());
    ExportFolder.Hold hold = folder.hold();
    try (hold) {
      Settings settings = Settings.of(arguments, Instant.now());
      run(environment, arguments, settings);
      try {
        environment.execute(NAME);
      } catch (Exception e) {
        folder.discard(settings.export().id());
        throw e;
      }
      return folder.path().resolve(settings.export().name());
    }
  }

  /** Adds the job with its real sources and sinks to an environment. */
  static void run(
      StreamExecutionEnvironment environment, ExportArguments arguments, Settings settings) {
    Period period = settings.period();
    String region = settings.region().id();
    int slices = Math.max(1, environment.getParallelism());
    define(
        new Streams(
            read(
                environment,
                arguments,
                new IndexQuestion(
                    "posts",
                    PeriodQuery.moment("publishedAt", period),
                    MessageRows.FIELDS,
                    slices,
                    true)),
            read(
                environment,
                arguments,
                new IndexQuestion(
                    "heat-daily",
                    PeriodQuery.dayInRegion("date", period, region),
                    ReadDayCells.FIELDS,
                    1,
                    false)),
            read(
                environment,
                arguments,
                new IndexQuestion(
                    "claims",
                    PeriodQuery.touchingInRegion("firstSeen", "lastSeen", period, region),
                    ClaimRows.FIELDS,
                    1,
                    false)),
            read(
                environment,
                arguments,
                new IndexQuestion(
                    "alerts",
                    PeriodQuery.momentInRegion("time", period, region),
                    AlertRows.FIELDS,
                    1,
                    false))),
        new Sinks(new PublishExport(arguments.out().toAbsolutePath(), settings.export())),
        settings);
  }

  private static DataStream<IndexRecord> read(
      StreamExecutionEnvironment environment, ExportArguments arguments, IndexQuestion question) {
    return IndexSource.stream(environment, arguments.elasticsearch(), question);
  }

  /** The topology. */
  public static void define(Streams streams, Sinks sinks, Settings settings) {
    StreamExecutionEnvironment environment = streams.posts().getExecutionEnvironment();
    environment.setRuntimeMode(RuntimeExecutionMode.BATCH);
    environment.setMaxParallelism(Operators.MAX_PARALLELISM);
    String region = settings.region().id();
    int k = settings.export().k();
    Calendar calendar = new Calendar(settings.region().timeZone());
    DimensionKeys keys = new DimensionKeys(settings.region(), settings.taxonomy());

    DataStream<TableRow> messages =
        named(
            "message-rows",
            documents("posts", streams.posts())
                .map(new MessageRows(settings.region(), calendar, keys)));
    DataStream<TableRow> heat =
        named(
            "suppress-small-cells",
            named(
                    "day-cells",
                    documents("heat-daily", streams.heatDaily()).map(new ReadDayCells(keys)))
                .keyBy(DayCell::date)
                .fullWindowPartition()
                .mapPartition(new SuppressSmallCells(region, k)));
    DataStream<TableRow> claims =
        named(
            "claim-rows",
            documents("claims", streams.claims())
                .flatMap(new ClaimRows(region, settings.claims(), k)));
    DataStream<TableRow> alerts =
        named(
            "alert-rows",
            documents("alerts", streams.alerts()).map(new AlertRows(region, calendar, keys, k)));
    DataStream<TableRow> dimensions =
        named(
            "dimension-rows",
            environment.fromData(
                TypeInformation.of(TableRow.class), fixedRows(settings).toArray(new TableRow[0])));

    DataStream<TableRow> rows = messages.union(heat, claims, alerts, dimensions);
    DataStream<ExportReceipt> receipts =
        announcements("posts", streams.posts())
            .union(
                announcements("heat-daily", streams.heatDaily()),
                announcements("claims", streams.claims()),
                announcements("alerts", streams.alerts()));
    for (Format format : settings.export().formats()) {
      receipts = receipts.union(write(rows, format, settings));
    }
    named("publish-export", receipts.sinkTo(sinks.publication())).setParallelism(1);
  }

  private static DataStream<ExportReceipt> write(
      DataStream<TableRow> rows, Format format, Settings settings) {
    return named(
        "write-" + format.code(),
        rows.keyBy(row -> format.path(Tables.named(row.table()), row))
            .process(
                new WriteTables(
                    settings.staging().toString(), format, settings.export().separator())));
  }

  /** The dimensions, and for each day and table of facts a row that only opens the file. */
  private static List<TableRow> fixedRows(Settings settings) {
    List<TableRow> rows =
        new ArrayList<>(Dimensions.rows(settings.region(), settings.taxonomy(), settings.period()));
    for (Table table : Tables.ALL) {
      if (table.byDate()) {
        settings
            .period()
            .from()
            .datesUntil(settings.period().to().plusDays(1))
            .forEach(day -> rows.add(table.opening(day.toString())));
      } else {
        rows.add(table.opening(null));
      }
    }
    return rows;
  }

  private static DataStream<IndexRecord> documents(String index, DataStream<IndexRecord> records) {
    return named("documents-of-" + index, records.filter(record -> record.source() != null));
  }

  private static DataStream<ExportReceipt> announcements(
      String index, DataStream<IndexRecord> records) {
    return named("count-of-" + index, records.flatMap(new HearAnnouncements()));
  }
}
