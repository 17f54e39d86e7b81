package org.otklik.jobs.incidents;

import static org.otklik.jobs.Operators.named;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.Beginning;
import org.otklik.jobs.ClaimChange;
import org.otklik.jobs.Document;
import org.otklik.jobs.Operators;
import org.otklik.jobs.PostMove;
import org.otklik.jobs.bursts.DetectBursts;
import org.otklik.jobs.bursts.SplitByTheme;
import org.otklik.jobs.bursts.ThemeChange;
import org.otklik.jobs.clock.ClockSource;
import org.otklik.jobs.heat.CellChange;
import org.otklik.jobs.heat.CellReading;
import org.otklik.jobs.heat.CountCells;
import org.otklik.jobs.heat.FindBeginning;
import org.otklik.jobs.heat.HeatDocument;
import org.otklik.jobs.heat.MoveBetweenCells;
import org.otklik.jobs.heat.SplitIntoCells;
import org.otklik.jobs.index.ElasticsearchSink;
import org.otklik.jobs.kafka.AlertTopic;
import org.otklik.jobs.kafka.AnalyzedPostTopic;
import org.otklik.jobs.kafka.ClaimTopic;
import org.otklik.jobs.kafka.DeadLetterTopic;
import org.otklik.jobs.settings.JobArguments;
import org.otklik.jobs.spread.CountSpread;
import org.otklik.jobs.spread.GroupCopies;
import org.otklik.jobs.spread.RaiseSpreadEvents;
import org.otklik.jobs.spread.Spread;
import org.otklik.jobs.spread.SpreadChange;
import org.otklik.jobs.spread.SpreadDocument;
import org.otklik.jobs.spread.SpreadRules;
import org.otklik.jobs.spread.SpreadSettings;
import org.otklik.jobs.spread.SpreadSubject;
import org.otklik.jobs.urgent.RaiseUrgentMessages;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.bursts.BurstSettings;
import org.otklik.models.misinformation.ClaimRegister;
import org.otklik.models.region.Region;
import org.otklik.models.topic.ThemeNames;

/**
 * The job {@code track-incidents}: what the analysed posts add up to. So far the heat map, bursts
 * on it, the spread of claims and near-copies, and events that people may be told of; incidents
 * with their deadlines will join it here, where posts are already keyed.
 *
 * <pre>
 * posts.analyzed ──by post id──► move-between-cells
 *       │                          ├─ split-into-cells ──by series──► count-cells → heat-documents → indices heat, heat-daily, heat-hexagons
 *       │                          ├─ find-beginning ──to all───────────┤
 *       │                          └─ split-by-theme ──by theme──► detect-bursts ──┐
 *       │
 *       ├──► group-copies ──by claim or narrative──► count-spread → spread-documents → index claims
 * claims ──────────────────────by claim─────────────────┤
 *       │                                               └──► raise-spread-events
 *       └──► raise-urgent-messages                               │
 *                      └──────────────────by event───────────────┤
 * clock ───────────────────────to every subtask──────────────────┴──► tell-once → topic alerts
 * </pre>
 */
public final class TrackIncidentsJob {
  /** The job's name. */
  public static final String NAME = "track-incidents";

  /** Near-copies must meet, whatever they are about. */
  private static final String ALL_TOGETHER = "all";

  private TrackIncidentsJob() {}

  /**
   * What the topology needs to know.
   *
   * @param region the region
   * @param postMemory how long it is remembered where a post counts
   * @param cellMemory how long a cell is remembered after its last change
   * @param spread how spread is followed
   * @param bursts what counts as a burst
   * @param events what is worth telling
   * @param themeNames names of the themes that staff see, by id
   */
  public record Settings(
      Region region,
      Duration postMemory,
      Duration cellMemory,
      SpreadSettings spread,
      BurstSettings bursts,
      EventRules events,
      Map<String, String> themeNames) {
    /**
     * What the configuration says, with the usual memory: longer than {@code analyze-posts}
     * remembers posts.
     */
    static Settings of(JobArguments arguments) throws IOException {
      Region region = arguments.loadRegion();
      Path configuration = arguments.configuration();
      ClaimRegister register = ClaimRegister.load(configuration.resolve("claims"));
      return new Settings(
          region,
          Duration.ofDays(120),
          Duration.ofDays(400),
          SpreadSettings.of(
              register.forRegion(region.id()).claims(), SpreadRules.read(configuration)),
          BurstSettings.load(configuration),
          EventRules.read(configuration),
          ThemeNames.read(configuration));
    }
  }

  /**
   * Where the results go.
   *
   * @param documents documents for the indices
   * @param alerts events that people may be told about
   */
  public record Sinks(Sink<Document> documents, Sink<AlertEvent> alerts) {}

  /** Entry point for {@code flink run}; see {@link JobArguments} for the arguments. */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    run(environment, JobArguments.parse(NAME, args));
    environment.execute(NAME);
  }

  /** Adds the job with its real source and sinks to an environment. */
  public static void run(StreamExecutionEnvironment environment, JobArguments arguments)
      throws Exception {
    define(
        AnalyzedPostTopic.source(environment, arguments.kafka(), NAME),
        ClaimTopic.source(environment, arguments.kafka(), NAME),
        ClockSource.ticks(environment),
        new Sinks(
            new ElasticsearchSink(
                arguments.elasticsearch(), DeadLetterTopic.rejectedDocuments(arguments.kafka())),
            AlertTopic.sink(arguments.kafka())),
        Settings.of(arguments));
  }

  /** The topology. */
  public static void define(
      DataStream<AnalyzedPost> posts,
      DataStream<ClaimChange> claims,
      DataStream<Instant> clock,
      Sinks sinks,
      Settings settings) {
    posts.getExecutionEnvironment().setMaxParallelism(Operators.MAX_PARALLELISM);

    DataStream<PostMove> moves =
        named(
            "move-between-cells",
            posts
                .keyBy(analyzed -> analyzed.post().id())
                .process(new MoveBetweenCells(settings.postMemory())));

    DataStream<Beginning> beginning =
        named(
            "find-beginning",
            moves
                .keyBy(unused -> ALL_TOGETHER)
                .process(new FindBeginning(settings.region().timeZone(), settings.cellMemory())));

    DataStream<Document> documents = heat(moves, beginning, settings);

    DataStream<AlertEvent> bursts = bursts(moves, beginning, settings);

    DataStream<Spread> spread = spread(posts, claims, settings);

    DataStream<Document> spreadDocuments =
        named("spread-documents", spread.map(new SpreadDocument(settings.region())));

    DataStream<AlertEvent> spreadEvents =
        named("raise-spread-events", spread.flatMap(new RaiseSpreadEvents(settings.region())));

    DataStream<AlertEvent> urgent =
        named(
            "raise-urgent-messages",
            posts.flatMap(
                new RaiseUrgentMessages(
                    settings.region().id(),
                    settings.events().urgencyLevel(),
                    settings.themeNames())));

    DataStream<AlertEvent> told =
        named(
            "tell-once",
            urgent
                .union(spreadEvents, bursts)
                .keyBy(AlertEvent::id)
                .connect(clock.broadcast(TellOnce.clock()))
                .process(
                    new TellOnce(
                        Duration.ofDays(settings.events().oldestDays()), settings.postMemory())));

    named("index-heat", documents.sinkTo(sinks.documents()));
    named("index-claims", spreadDocuments.sinkTo(sinks.documents()));
    named("alerts-topic", told.sinkTo(sinks.alerts()));
  }

  private static DataStream<Document> heat(
      DataStream<PostMove> moves, DataStream<Beginning> beginning, Settings settings) {
    DataStream<CellChange> changes =
        named("split-into-cells", moves.flatMap(new SplitIntoCells(settings.region().timeZone())));

    DataStream<CellReading> cells =
        named(
            "count-cells",
            changes
                .keyBy(change -> change.cell().series())
                .connect(beginning.broadcast(CountCells.BEGINNINGS))
                .process(new CountCells(settings.region().timeZone(), settings.cellMemory())));

    return named("heat-documents", cells.map(new HeatDocument(settings.region())));
  }

  private static DataStream<AlertEvent> bursts(
      DataStream<PostMove> moves, DataStream<Beginning> beginning, Settings settings) {
    DataStream<ThemeChange> changes =
        named("split-by-theme", moves.flatMap(new SplitByTheme(settings.region().timeZone())));

    return named(
        "detect-bursts",
        changes
            .keyBy(ThemeChange::theme)
            .connect(beginning.broadcast(DetectBursts.BEGINNINGS))
            .process(
                new DetectBursts(settings.region(), settings.themeNames(), settings.bursts())));
  }

  private static DataStream<Spread> spread(
      DataStream<AnalyzedPost> posts, DataStream<ClaimChange> claims, Settings settings) {
    SpreadSettings spread = settings.spread();
    DataStream<SpreadChange> changes =
        named(
            "group-copies",
            posts
                .keyBy(unused -> ALL_TOGETHER)
                .process(new GroupCopies(spread.copyMemory(), spread.memory())));

    return named(
        "count-spread",
        changes
            .keyBy(change -> change.subject().asString())
            .connect(claims.keyBy(change -> SpreadSubject.claim(change.id()).asString()))
            .process(
                new CountSpread(
                    spread.register(),
                    spread.rules(),
                    settings.region().timeZone(),
                    spread.memory())));
  }
}
