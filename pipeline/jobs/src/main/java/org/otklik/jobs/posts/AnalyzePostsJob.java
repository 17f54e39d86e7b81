package org.otklik.jobs.posts;

import static org.otklik.jobs.Operators.named;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.ClaimChange;
import org.otklik.jobs.DeadLetter;
import org.otklik.jobs.Decision;
import org.otklik.jobs.Document;
import org.otklik.jobs.Operators;
import org.otklik.jobs.RawRecord;
import org.otklik.jobs.channel.ChannelReader;
import org.otklik.jobs.clock.ClockSource;
import org.otklik.jobs.index.ElasticsearchSink;
import org.otklik.jobs.kafka.AlertTopic;
import org.otklik.jobs.kafka.AnalyzedPostTopic;
import org.otklik.jobs.kafka.ClaimTopic;
import org.otklik.jobs.kafka.DeadLetterTopic;
import org.otklik.jobs.kafka.DecisionTopic;
import org.otklik.jobs.kafka.RawRecordTopic;
import org.otklik.jobs.settings.JobArguments;
import org.otklik.jobs.sources.ChannelTick;
import org.otklik.jobs.sources.Receipt;
import org.otklik.jobs.sources.SourceRules;
import org.otklik.jobs.sources.Sources;
import org.otklik.jobs.sources.WatchSources;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.region.Region;

/**
 * The job {@code analyze-posts}: from raw records to analysed posts.
 *
 * <pre>
 * posts.raw → read-posts ──unreadable──────────────────────────────► dead-letters
 *               │  by post id
 *               ▼
 *            drop-duplicates ──new posts of each source──by channel──┐
 *               │                            clock ──by channel──► watch-sources ──► topic alerts
 *               ▼
 *            analyze-posts ──a model failed────────────────────────► dead-letters
 *               │  by community
 *               ▼
 *            learn-community-homes ──official replies──► collect-denials
 *               │  by post id                                  │
 *               ▼                                              │
 * claims ──► examine-claims ◄──────────────────────────────────┘   to every subtask; the last posts are examined again
 *               │  by post id
 *               ▼
 * decisions → apply-decisions ──what reviews were decided on───────► index evidence
 *               ├──► posts.analyzed
 *               └──► post-documents ──► index posts
 *
 * the fate of every record ──by channel──► keep-accounts ──► index channels
 * </pre>
 */
public final class AnalyzePostsJob {
  /** The job's name. */
  public static final String NAME = "analyze-posts";

  private static final Duration COMMUNITY_MEMORY = Duration.ofDays(365);
  private static final Duration SOURCE_MEMORY = Duration.ofDays(365);

  private AnalyzePostsJob() {}

  /**
   * What the topology needs to know.
   *
   * @param readers the reader of each channel
   * @param analyzers makes the analyzers
   * @param examiners makes the examiners, with the configured register of claims
   * @param municipalities a point inside each municipality, by its name
   * @param claimReach how long after a post came a new claim still finds it
   * @param postMemory how long a post is remembered, for telling duplicates and for correcting it
   * @param region the region
   * @param silence when a source counts as silent
   */
  public record Settings(
      Map<String, ChannelReader> readers,
      AnalyzerFactory analyzers,
      ExaminerFactory examiners,
      Map<String, Region.Point> municipalities,
      Duration claimReach,
      Duration postMemory,
      Region region,
      SourceRules silence) {}

  /**
   * Where the results go.
   *
   * @param analyzed analysed posts, for the other jobs
   * @param documents documents for the indices
   * @param deadLetters what could not be processed
   * @param alerts events that people may be told about
   */
  public record Sinks(
      Sink<AnalyzedPost> analyzed,
      Sink<Document> documents,
      Sink<DeadLetter> deadLetters,
      Sink<AlertEvent> alerts) {}

  /** Entry point for {@code flink run}; see {@link JobArguments} for the arguments. */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    run(environment, JobArguments.parse(NAME, args));
    environment.execute(NAME);
  }

  /** Adds the job with its real sources and sinks to an environment. */
  public static void run(StreamExecutionEnvironment environment, JobArguments arguments)
      throws Exception {
    DataStream<RawRecord> raw = RawRecordTopic.source(environment, arguments.kafka(), NAME);
    define(
        raw,
        ClaimTopic.source(environment, arguments.kafka(), NAME),
        DecisionTopic.source(environment, arguments.kafka(), NAME),
        ClockSource.ticks(environment),
        new Sinks(
            AnalyzedPostTopic.sink(arguments.kafka()),
            new ElasticsearchSink(
                arguments.elasticsearch(), DeadLetterTopic.rejectedDocuments(arguments.kafka())),
            DeadLetterTopic.sink(arguments.kafka()),
            AlertTopic.sink(arguments.kafka())),
        ConfiguredSettings.of(arguments));
  }

  /** The topology. */
  public static void define(
      DataStream<RawRecord> raw,
      DataStream<ClaimChange> claims,
      DataStream<Decision> decisions,
      DataStream<Instant> clock,
      Sinks sinks,
      Settings settings) {
    raw.getExecutionEnvironment().setMaxParallelism(Operators.MAX_PARALLELISM);

    SingleOutputStreamOperator<ReceivedPost> read =
        named("read-posts", raw.process(new ReadPosts(settings.readers())));

    SingleOutputStreamOperator<ReceivedPost> fresh =
        named(
            "drop-duplicates",
            read.keyBy(received -> received.post().id())
                .process(new DropDuplicates(settings.postMemory())));

    SingleOutputStreamOperator<AnalyzedPost> analyzed =
        named("analyze-posts", fresh.process(new AnalyzePosts(settings.analyzers())));

    DataStream<Document> accounts =
        named(
            "keep-accounts",
            read.getSideOutput(ReadPosts.FATES)
                .union(
                    fresh.getSideOutput(DropDuplicates.FATES),
                    analyzed.getSideOutput(AnalyzePosts.FATES))
                .keyBy(Fate::channel)
                .process(new KeepAccounts()));

    SingleOutputStreamOperator<AnalyzedPost> placed =
        named(
            "learn-community-homes",
            analyzed
                .keyBy(LearnCommunityHomes::community)
                .process(new LearnCommunityHomes(settings.municipalities(), COMMUNITY_MEMORY)));

    DataStream<ClaimChange> denials =
        named("collect-denials", placed.flatMap(new CollectDenials(settings.examiners())));

    SingleOutputStreamOperator<AnalyzedPost> examined =
        named(
            "examine-claims",
            placed
                .keyBy(post -> post.post().id())
                .connect(claims.union(denials).broadcast(ExamineClaims.changes()))
                .process(new ExamineClaims(settings.examiners(), settings.claimReach())));

    SingleOutputStreamOperator<AnalyzedPost> decided =
        named(
            "apply-decisions",
            examined
                .keyBy(post -> post.post().id())
                .connect(decisions.keyBy(Decision::subject))
                .process(new ApplyDecisions(settings.postMemory())));

    DataStream<Document> documents =
        named("post-documents", decided.map(new PostDocument()))
            .union(decided.getSideOutput(ApplyDecisions.EVIDENCE));

    named("analyzed-posts-topic", decided.sinkTo(sinks.analyzed()));
    named("index-posts", documents.union(accounts).sinkTo(sinks.documents()));
    named(
        "dead-letters-topic",
        read.getSideOutput(ReadPosts.DEAD_LETTERS)
            .union(analyzed.getSideOutput(AnalyzePosts.DEAD_LETTERS))
            .sinkTo(sinks.deadLetters()));
    named("alerts-topic", silences(fresh, clock, settings).sinkTo(sinks.alerts()));
  }

  /**
   * Silence is watched here, where it is known when a post was received, and only new posts count:
   * a collector that sends the same page again and again has lost its source.
   */
  private static DataStream<AlertEvent> silences(
      DataStream<ReceivedPost> fresh, DataStream<Instant> clock, Settings settings) {
    Sources sources =
        new Sources(
            settings.region(),
            settings.readers().keySet().stream().sorted().toList(),
            settings.silence().leaveOut());
    DataStream<Receipt> receipts =
        named(
            "hear-sources",
            fresh.flatMap(
                (received, out) ->
                    sources
                        .heard(
                            received.origin().channel(),
                            received.post(),
                            received.origin().receivedAt())
                        .forEach(out::collect),
                TypeInformation.of(Receipt.class)));
    DataStream<ChannelTick> ticks =
        named(
            "strike-for-channels",
            clock.flatMap(
                (tick, out) ->
                    sources
                        .channels()
                        .forEach(channel -> out.collect(new ChannelTick(channel, tick))),
                TypeInformation.of(ChannelTick.class)));
    return named(
        "watch-sources",
        receipts
            .keyBy(Receipt::channel)
            .connect(ticks.keyBy(ChannelTick::channel))
            .process(
                new WatchSources(settings.region(), sources, settings.silence(), SOURCE_MEMORY)));
  }
}
