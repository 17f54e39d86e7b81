package org.otklik.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.alerts.DeliverAlertsJob;
import org.otklik.jobs.incidents.TrackIncidentsJob;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.index.IndexTemplates;
import org.otklik.jobs.kafka.KafkaSettings;
import org.otklik.jobs.kafka.Topics;
import org.otklik.jobs.posts.AnalyzePostsJob;
import org.otklik.jobs.settings.JobArguments;
import org.otklik.local.stack.LocalStack;
import org.otklik.local.stack.Progress;
import org.otklik.local.stack.Topic;
import org.otklik.models.post.Pseudonyms;

/** Otklik on a local stack: topics and index templates in place, and every job running. */
public final class LocalPipeline {
  /** Partitions of the topics between jobs: room for more subtasks than a laptop has. */
  private static final int PARTITIONS = 4;

  private static final int PARALLELISM = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(20);
  private static final String KEEP_30_DAYS = Long.toString(30L * 24 * 60 * 60 * 1000);
  private static final String LARGEST_MESSAGE = Integer.toString(Topics.LARGEST_MESSAGE_BYTES);

  private final LocalStack stack;
  private final Path folder;
  private final JobArguments arguments;

  private LocalPipeline(LocalStack stack, Path folder, JobArguments arguments) {
    this.stack = stack;
    this.folder = folder;
    this.arguments = arguments;
  }

  /**
   * Prepares a stack and starts the jobs on it; a job that ran in this folder before goes on from
   * its last checkpoint.
   *
   * @param stack the running stack
   * @param folder the stack's data folder
   * @param configuration the folder {@code config}
   * @param region id of the region
   * @param pseudonyms makes authors' pseudonyms
   */
  public static LocalPipeline start(
      LocalStack stack,
      Path folder,
      Path configuration,
      String region,
      Pseudonyms pseudonyms,
      Progress progress)
      throws Exception {
    return start(stack, folder, configuration, region, pseudonyms, System.getenv(), progress);
  }

  /**
   * The same with other variables than the environment's.
   *
   * @param variables addresses and secrets of those who get alerts, by the names in {@code
   *     alerts.yaml}
   */
  public static LocalPipeline start(
      LocalStack stack,
      Path folder,
      Path configuration,
      String region,
      Pseudonyms pseudonyms,
      Map<String, String> variables,
      Progress progress)
      throws Exception {
    JobArguments arguments =
        new JobArguments(
            configuration,
            region,
            KafkaSettings.of(stack.kafka().bootstrapServers()),
            ElasticsearchSettings.at(stack.elasticsearch().url().toString()),
            pseudonyms);
    LocalPipeline pipeline = new LocalPipeline(stack, folder, arguments);
    progress.doing("creating topics and installing index templates");
    stack.kafka().createTopics(topics());
    IndexTemplates.in(configuration.resolve("elasticsearch"))
        .install(arguments.elasticsearch(), PATIENCE, progress::doing);
    progress.doing("starting the jobs");
    pipeline.startJob(AnalyzePostsJob.NAME, AnalyzePostsJob::run);
    pipeline.startJob(TrackIncidentsJob.NAME, TrackIncidentsJob::run);
    pipeline.startJob(
        DeliverAlertsJob.NAME,
        (environment, told) -> DeliverAlertsJob.run(environment, told, variables));
    return pipeline;
  }

  /** The topics that the jobs and collectors use. */
  static List<Topic> topics() {
    Map<String, String> settings =
        Map.of("retention.ms", KEEP_30_DAYS, "max.message.bytes", LARGEST_MESSAGE);
    return List.of(
        new Topic(Topics.POSTS_RAW, PARTITIONS, settings),
        new Topic(Topics.POSTS_ANALYZED, PARTITIONS, settings),
        new Topic(Topics.DEAD_LETTERS, 1, settings),
        new Topic(Topics.DECISIONS, 1, Map.of("retention.ms", "-1")),
        new Topic(Topics.CLAIMS, 1, Map.of("cleanup.policy", "compact")),
        new Topic(Topics.ALERTS, 1, Map.of("retention.ms", KEEP_30_DAYS)));
  }

  /** What the jobs were told: addresses of Kafka and Elasticsearch among it. */
  public JobArguments arguments() {
    return arguments;
  }

  @FunctionalInterface
  private interface Job {
    void define(StreamExecutionEnvironment environment, JobArguments arguments) throws Exception;
  }

  private void startJob(String name, Job job) throws Exception {
    Path checkpoints = folder.resolve("checkpoints").resolve(name);
    StreamExecutionEnvironment environment = stack.flink().environment();
    environment.setParallelism(PARALLELISM);
    environment.configure(
        new Configuration()
            .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString()));
    job.define(environment, arguments);
    JobClient running = stack.flink().submit(environment, name, latestCheckpoint(checkpoints));
    stack.closeFirst(() -> running.cancel().get(CANCEL_LIMIT.toSeconds(), TimeUnit.SECONDS));
  }

  /** The newest complete checkpoint that an earlier run left; null when there is none. */
  private static @Nullable String latestCheckpoint(Path checkpoints) throws IOException {
    if (!Files.isDirectory(checkpoints)) {
      return null;
    }
    try (Stream<Path> files = Files.walk(checkpoints, 3)) {
      Optional<Path> newest =
          files
              .filter(file -> file.getFileName().toString().equals("_metadata"))
              .max(Comparator.comparing(file -> file.toFile().lastModified()));
      return newest.map(file -> file.getParent().toUri().toString()).orElse(null);
    }
  }
}
