package org.otklik.jobs.incidents;

import static org.otklik.jobs.Operators.named;

import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.otklik.jobs.Document;
import org.otklik.jobs.Operators;
import org.otklik.jobs.heat.CellChange;
import org.otklik.jobs.heat.CountCells;
import org.otklik.jobs.heat.HeatCell;
import org.otklik.jobs.heat.HeatDocument;
import org.otklik.jobs.heat.MoveBetweenCells;
import org.otklik.jobs.index.ElasticsearchSink;
import org.otklik.jobs.kafka.AnalyzedPostTopic;
import org.otklik.jobs.kafka.DeadLetterTopic;
import org.otklik.jobs.settings.JobArguments;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.region.Region;

/**
 * The job {@code track-incidents}: what the analysed posts add up to. So far the heat map;
 * incidents with their deadlines, bursts and the spread of claims will join it here, where posts
 * are already keyed.
 *
 * <pre>
 * posts.analyzed ──by post id──► move-between-cells ──by cell──► count-cells → heat-documents → index heat
 * </pre>
 */
public final class TrackIncidentsJob {
  /** The job's name. */
  public static final String NAME = "track-incidents";

  private TrackIncidentsJob() {}

  /**
   * What the topology needs to know.
   *
   * @param region the region
   * @param postMemory how long it is remembered where a post counts
   * @param cellMemory how long a cell is remembered after its last change
   */
  public record Settings(Region region, Duration postMemory, Duration cellMemory) {
    /** The usual memory: longer than {@code analyze-posts} remembers posts. */
    public static Settings of(Region region) {
      return new Settings(region, Duration.ofDays(120), Duration.ofDays(400));
    }
  }

  /**
   * Where the results go.
   *
   * @param documents documents for the indices
   */
  public record Sinks(Sink<Document> documents) {}

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
        new Sinks(
            new ElasticsearchSink(
                arguments.elasticsearch(), DeadLetterTopic.rejectedDocuments(arguments.kafka()))),
        Settings.of(arguments.loadRegion()));
  }

  /** The topology. */
  public static void define(DataStream<AnalyzedPost> posts, Sinks sinks, Settings settings) {
    posts.getExecutionEnvironment().setMaxParallelism(Operators.MAX_PARALLELISM);

    DataStream<CellChange> changes =
        named(
            "move-between-cells",
            posts
                .keyBy(analyzed -> analyzed.post().id())
                .process(new MoveBetweenCells(settings.postMemory())));

    DataStream<HeatCell> cells =
        named(
            "count-cells",
            changes
                .keyBy(change -> change.cell().asString())
                .process(new CountCells(settings.cellMemory())));

    DataStream<Document> documents =
        named("heat-documents", cells.map(new HeatDocument(settings.region())));

    named("index-heat", documents.sinkTo(sinks.documents()));
  }
}
