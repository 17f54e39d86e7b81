package org.otklik.local.stack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/**
 * A real Flink cluster in this process, one task manager, with its web interface on the loopback
 * address.
 *
 * <p>Its configuration is the project's: exactly-once checkpoints every 5 s on disk, state on the
 * heap, restarts with growing pauses, no generic types, no generated uids. {@link #submit} gives it
 * to every job that does not say otherwise.
 */
public final class LocalFlink implements AutoCloseable {
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);
  private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(128);
  // State on the heap needs none; Python and batch operators would.
  private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(32);

  private final MiniCluster cluster;
  private final Configuration configuration;
  private final URI webUrl;

  private LocalFlink(MiniCluster cluster, Configuration configuration, URI webUrl) {
    this.cluster = cluster;
    this.configuration = configuration;
    this.webUrl = webUrl;
  }

  /**
   * Starts the cluster; it takes jobs when this returns.
   *
   * @param folder takes checkpoints, savepoints and temporary files; created when missing
   * @param port of the web interface; 0 for any free one
   * @param slots how many subtasks of one operator can run at once, summed over all jobs, at least
   *     1
   * @throws StackException if it can't be started
   */
  public static LocalFlink start(Path folder, int port, int slots, Progress progress) {
    progress.doing("starting Flink");
    Path root = folder.toAbsolutePath();
    Path temporary = root.resolve("tmp");
    Configuration configuration = jobDefaults(root);
    describeCluster(configuration, temporary, port, slots);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setCommonBindAddress(LoopbackPort.ADDRESS)
                .build());
    try {
      FolderTree.delete(temporary);
      Files.createDirectories(temporary);
      cluster.start();
      LocalFlink started = new LocalFlink(cluster, configuration, cluster.getRestAddress().get());
      progress.doing("Flink's web interface listens on " + started.webUrl());
      return started;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cluster.closeAsync();
      throw new StackException("interrupted while Flink was starting", e);
    } catch (Exception e) {
      cluster.closeAsync();
      throw new StackException(
          "Flink can't be started on port %d in %s: %s".formatted(port, root, reason(e)), e);
    }
  }

  private static Configuration jobDefaults(Path root) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    // When Elasticsearch is away for long the sinks' buffers are full and barriers wait: no reason
    // to start over.
    configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, root.resolve("checkpoints").toUri().toString());
    configuration.set(
        CheckpointingOptions.SAVEPOINT_DIRECTORY, root.resolve("savepoints").toUri().toString());
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(30));
    return configuration;
  }

  private static void describeCluster(
      Configuration configuration, Path temporary, int port, int slots) {
    configuration.set(RestOptions.ADDRESS, LoopbackPort.ADDRESS);
    configuration.set(RestOptions.BIND_ADDRESS, LoopbackPort.ADDRESS);
    configuration.set(RestOptions.BIND_PORT, Integer.toString(port));
    // The server of blobs would otherwise listen on all addresses.
    configuration.set(JobManagerOptions.BIND_HOST, LoopbackPort.ADDRESS);
    configuration.set(WebOptions.SUBMIT_ENABLE, false);
    configuration.set(WebOptions.TMP_DIR, temporary.toString());
    configuration.set(CoreOptions.TMP_DIRS, temporary.toString());
    configuration.set(BlobServerOptions.STORAGE_DIRECTORY, temporary.resolve("blobs").toString());
    configuration.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, temporary.toString());
    configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, slots);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
    configuration.set(SecurityOptions.DELEGATION_TOKENS_ENABLED, false);
    // Accumulators and metrics travel with the heartbeats: as fresh as people watch them.
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(2));
    // A laptop that slept a while has lost no task manager.
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(5));
  }

  /**
   * An environment to define a job in, with this cluster's configuration; its {@code execute} runs
   * the job here.
   */
  public StreamExecutionEnvironment environment() {
    return StreamExecutionEnvironment.createRemoteEnvironment(
        LoopbackPort.ADDRESS, webUrl.getPort(), configuration.clone());
  }

  /** {@link #submit(StreamExecutionEnvironment, String, String)} without a savepoint. */
  public JobClient submit(StreamExecutionEnvironment environment, String name) {
    return submit(environment, name, null);
  }

  /**
   * Runs the job that is defined in an environment, be it of {@link #environment()} or made
   * elsewhere: what that leaves open is filled in from this cluster's configuration.
   *
   * @param name for the web interface
   * @param savepoint the path of a savepoint or retained checkpoint to start from; null to start
   *     empty
   * @return the running job: its id, state, accumulators, and ways to cancel it or to stop it with
   *     a savepoint
   * @throws StackException if the cluster refuses the job
   */
  public JobClient submit(
      StreamExecutionEnvironment environment, String name, @Nullable String savepoint) {
    environment.configure(missingIn(environment));
    StreamGraph graph = environment.getStreamGraph();
    graph.setJobName(name);
    if (savepoint != null) {
      graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint, false));
    }
    try {
      JobID id = cluster.submitJob(graph).get().getJobID();
      return new MiniClusterJobClient(
          id,
          cluster,
          Thread.currentThread().getContextClassLoader(),
          MiniClusterJobClient.JobFinalizationBehavior.NOTHING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while submitting the job " + name, e);
    } catch (ExecutionException e) {
      throw new StackException("Flink refuses the job %s: %s".formatted(name, reason(e)), e);
    }
  }

  private Configuration missingIn(StreamExecutionEnvironment environment) {
    Map<String, String> missing = configuration.toMap();
    missing.keySet().removeAll(environment.getConfiguration().toMap().keySet());
    return Configuration.fromMap(missing);
  }

  /** The address of the web interface and of Flink's REST API. */
  public URI webUrl() {
    return webUrl;
  }

  /** Cancels all jobs and stops the cluster, at most 30 s; a second call does nothing. */
  @Override
  public void close() {
    try {
      cluster.closeAsync().get(CLOSE_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new StackException("Flink did not stop cleanly: " + reason(e), e);
    }
  }

  /** The innermost cause says what happened; those around it only where it was noticed. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.toString();
  }
}
