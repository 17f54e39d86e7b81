package org.otklik.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker of one node, its own controller (KRaft), in this process and on the loopback
 * address.
 *
 * <p>Topics are created by {@link #createTopics} only. A start on the same folder finds the records
 * of the run before.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final int NODE = 1;
  private static final String CONTROLLER = "CONTROLLER";
  private static final String BROKER = "PLAINTEXT";
  private static final Duration TOPICS_LIMIT = Duration.ofSeconds(30);
  private static final Duration TOPICS_POLL = Duration.ofMillis(20);
  private static final String META = "meta.properties";

  private final KafkaRaftServer server;
  private final int port;
  private final String clusterId;
  private boolean closed;

  private EmbeddedKafka(KafkaRaftServer server, int port, String clusterId) {
    this.server = server;
    this.port = port;
    this.clusterId = clusterId;
  }

  /**
   * Starts the broker; it can be used when this returns.
   *
   * @param folder takes its data; created when missing
   * @param port 0 for any free one
   * @throws StackException if it can't be started
   */
  public static EmbeddedKafka start(Path folder, int port, Progress progress) {
    progress.doing("starting Kafka");
    int brokerPort = port == 0 ? LoopbackPort.free() : port;
    Path log = folder.toAbsolutePath();
    try {
      String clusterId = format(log);
      KafkaRaftServer server =
          new KafkaRaftServer(new KafkaConfig(settings(log, brokerPort)), Time.SYSTEM);
      start(server);
      EmbeddedKafka started = new EmbeddedKafka(server, brokerPort, clusterId);
      progress.doing("Kafka listens on " + started.bootstrapServers());
      return started;
    } catch (IOException | KafkaException e) {
      throw new StackException(
          "Kafka can't be started on port %d in %s: %s. If its data are damaged, delete that folder"
              .formatted(brokerPort, log, e.getMessage()),
          e);
    }
  }

  private static void start(KafkaRaftServer server) {
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
  }

  /** Makes the folder a broker's unless it is one, and returns the id of its cluster. */
  private static String format(Path log) throws IOException {
    Files.createDirectories(log);
    Path meta = log.resolve(META);
    if (!Files.exists(meta)) {
      try {
        new Formatter()
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
            .setNodeId(NODE)
            .setClusterId(Uuid.randomUuid().toString())
            .setControllerListenerName(CONTROLLER)
            .setMetadataLogDirectory(log.toString())
            .addDirectory(log.toString())
            .run();
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(meta)) {
      properties.load(in);
    }
    return properties.getProperty("cluster.id");
  }

  private static Map<String, String> settings(Path log, int port) {
    int controllerPort = LoopbackPort.free();
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", Integer.toString(NODE)),
        Map.entry(
            "controller.quorum.voters", NODE + "@" + LoopbackPort.ADDRESS + ":" + controllerPort),
        Map.entry(
            "listeners",
            BROKER
                + "://"
                + LoopbackPort.ADDRESS
                + ":"
                + port
                + ","
                + CONTROLLER
                + "://"
                + LoopbackPort.ADDRESS
                + ":"
                + controllerPort),
        Map.entry(
            "listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
        Map.entry("controller.listener.names", CONTROLLER),
        Map.entry("inter.broker.listener.name", BROKER),
        Map.entry("log.dirs", log.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("default.replication.factor", "1"),
        Map.entry("min.insync.replicas", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "4"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "4"),
        // Flink's sink keeps transactions open for up to an hour by default; the broker's own limit
        // is 15 minutes.
        Map.entry("transaction.max.timeout.ms", "3600000"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // The default, 128 MB, is taken from this process's heap.
        Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"));
  }

  /** Where clients connect: {@code host:port}. */
  public String bootstrapServers() {
    return LoopbackPort.ADDRESS + ":" + port;
  }

  /** The id that the folder's cluster got when it was first used. */
  public String clusterId() {
    return clusterId;
  }

  /**
   * Creates the topics that do not exist and gives the named settings to those that do; doing it
   * again changes nothing.
   *
   * @throws StackException if a topic exists with another number of partitions, which can't be
   *     changed without mixing up the order of its keys
   */
  public void createTopics(Collection<Topic> topics) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
      Set<String> existing = admin.listTopics().names().get();
      Map<Boolean, List<Topic>> exists =
          topics.stream()
              .collect(Collectors.partitioningBy(topic -> existing.contains(topic.name())));
      requireSamePartitions(admin, exists.get(true));
      admin
          .createTopics(exists.get(false).stream().map(EmbeddedKafka::newTopic).toList())
          .all()
          .get();
      admin
          .incrementalAlterConfigs(
              exists.get(true).stream()
                  .collect(
                      Collectors.toMap(
                          topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                          EmbeddedKafka::settingsOf)))
          .all()
          .get();
      awaitKnown(admin, topics.stream().map(Topic::name).toList());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while creating topics", e);
    } catch (ExecutionException e) {
      throw new StackException("the topics can't be created: " + e.getCause().getMessage(), e);
    }
  }

  /**
   * The controller has created them, but the broker hears of it a moment later, and a job may start
   * at once.
   */
  private static void awaitKnown(Admin admin, Collection<String> names)
      throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + TOPICS_LIMIT.toNanos();
    while (!areKnown(admin, names)) {
      if (System.nanoTime() > deadline) {
        throw new StackException(
            "the topics %s were created, but Kafka does not serve them after %d s: start again"
                .formatted(names, TOPICS_LIMIT.toSeconds()));
      }
      Thread.sleep(TOPICS_POLL.toMillis());
    }
  }

  private static boolean areKnown(Admin admin, Collection<String> names)
      throws ExecutionException, InterruptedException {
    try {
      return admin.describeTopics(names).allTopicNames().get().values().stream()
          .flatMap(topic -> topic.partitions().stream())
          .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw e;
    }
  }

  private static void requireSamePartitions(Admin admin, Collection<Topic> topics)
      throws ExecutionException, InterruptedException {
    Map<String, Topic> wanted =
        topics.stream().collect(Collectors.toMap(Topic::name, Function.identity()));
    for (TopicDescription found :
        admin.describeTopics(wanted.keySet()).allTopicNames().get().values()) {
      int partitions = wanted.get(found.name()).partitions();
      if (found.partitions().size() != partitions) {
        throw new StackException(
            "the topic %s has %d partitions, and %d are asked for: ask for %d, or start with an empty folder"
                .formatted(
                    found.name(),
                    found.partitions().size(),
                    partitions,
                    found.partitions().size()));
      }
    }
  }

  private static NewTopic newTopic(Topic topic) {
    return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config());
  }

  private static Collection<AlterConfigOp> settingsOf(Topic topic) {
    return topic.config().entrySet().stream()
        .map(
            setting ->
                new AlterConfigOp(
                    new ConfigEntry(setting.getKey(), setting.getValue()),
                    AlterConfigOp.OpType.SET))
        .toList();
  }

  /** Stops the broker and waits until its data are on disk; a second call does nothing. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      server.shutdown();
      server.awaitShutdown();
    }
  }
}
