package org.otklik.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.channel.Channel;
import org.otklik.jobs.channel.ChannelReader;
import org.otklik.jobs.index.Indices;
import org.otklik.jobs.kafka.AlertTopic;
import org.otklik.jobs.kafka.RawRecordSender;
import org.otklik.jobs.kafka.Topics;
import org.otklik.jobs.webhook.WebhookSecret;
import org.otklik.local.alerts.AlertReceiver;
import org.otklik.local.command.RecordKey;
import org.otklik.local.demo.IndexedPicture;
import org.otklik.local.demo.IndexedPicture.Accounts;
import org.otklik.local.stack.FolderTree;
import org.otklik.local.stack.LocalStack;
import org.otklik.local.stack.Progress;
import org.otklik.local.stack.StackSettings;
import org.otklik.models.post.Pseudonyms;

/**
 * The whole pipeline on an embedded stack with free ports, for tests; everything it leaves is
 * deleted at the end.
 */
final class RunningPipeline {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(new byte[32]);
  private static final ZoneId ZONE = ZoneId.of("Asia/Sakhalin");

  private static final WebhookSecret SECRET = WebhookSecret.random();

  private final List<String> alertLines = new CopyOnWriteArrayList<>();
  private final AlertReceiver receiver;
  private final Path folder;
  private final LocalStack stack;
  private final LocalPipeline pipeline;
  private final Indices indices;
  private final IndexedPicture picture;
  private long sent;

  private RunningPipeline(Path folder, LocalStack stack) throws Exception {
    this.folder = folder;
    this.stack = stack;
    this.receiver = AlertReceiver.start(0, SECRET, 1, alertLines::add);
    this.pipeline =
        LocalPipeline.start(
            stack,
            folder,
            Home.folder().resolve("config"),
            "sakhalin",
            PSEUDONYMS,
            Map.of(
                "OTKLIK_ALERT_URL_DUTY",
                receiver.address().toString(),
                "OTKLIK_ALERT_SECRET_DUTY",
                SECRET.text()),
            Progress.silent());
    this.indices = new Indices(pipeline.arguments().elasticsearch());
    this.picture = new IndexedPicture(indices);
  }

  static RunningPipeline start() throws Exception {
    Path folder = TemporaryFolder.create("otklik-test-").path();
    return new RunningPipeline(
        folder, LocalStack.start(StackSettings.onFreePorts(folder), Progress.silent()));
  }

  LocalStack stack() {
    return stack;
  }

  IndexedPicture picture() {
    return picture;
  }

  String kafka() {
    return pipeline.arguments().kafka().bootstrapServers();
  }

  /** What the duty shift's receiver has said; it refuses the very first request. */
  List<String> alertLines() {
    return alertLines;
  }

  /** Raises an alert as the jobs do. */
  void raise(AlertEvent event) throws Exception {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", kafka());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.ALERTS,
                  event.id().getBytes(StandardCharsets.UTF_8),
                  AlertTopic.toCloudEvent(event)))
          .get();
    }
  }

  /** Sends records as the collector does. */
  void send(String channel, List<byte[]> records) {
    ChannelReader reader = Channel.forName(channel).reader(PSEUDONYMS, ZONE);
    try (RawRecordSender sender = new RawRecordSender(pipeline.arguments().kafka())) {
      for (byte[] record : records) {
        Instant now = Instant.now();
        sender.send(channel, RecordKey.of(reader, record, now), record, now);
      }
      sender.flush();
    }
    sent += records.size();
  }

  /** Counts records that another way than {@link #send} has sent. */
  void sentElsewhere(long records) {
    sent += records;
  }

  /**
   * Waits until every record sent so far has met its fate and the indices hold what follows from
   * it.
   */
  void awaitAll() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      picture.refresh();
      Accounts accounts = picture.accounts();
      long posts = picture.posts();
      if (accounts.received() == sent
          && posts == accounts.indexed()
          && messagesOnTheMap() == picture.citizensPosts()) {
        return;
      }
      assertThat(System.nanoTime())
          .as(
              "sent %d, accounts %s, posts %d, on the map %d",
              sent, accounts, posts, messagesOnTheMap())
          .isLessThan(deadline);
      LockSupport.parkNanos(100_000_000L);
    }
  }

  long messagesOnTheMap() throws IOException {
    return picture.heat().values().stream()
        .flatMap(row -> row.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  JsonNode search(String index, String query) throws IOException {
    return indices.search(index, query);
  }

  /** All dead letters, with their headers. */
  List<DeadLetterRecord> deadLetters() {
    return records(Topics.DEAD_LETTERS).stream().map(DeadLetterRecord::of).toList();
  }

  /** All events that have been told. */
  List<AlertEvent> alerts() throws IOException {
    List<AlertEvent> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records(Topics.ALERTS)) {
      events.add(AlertTopic.fromCloudEvent(record.value()));
    }
    return events;
  }

  /** What lies in a topic of one partition. */
  private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", kafka());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
      return records;
    }
  }

  /** A dead letter as it lies in the topic. */
  record DeadLetterRecord(byte[] value, Map<String, String> headers) {
    private static DeadLetterRecord of(ConsumerRecord<byte[], byte[]> record) {
      Map<String, String> headers = new HashMap<>();
      record
          .headers()
          .forEach(
              header ->
                  headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
      return new DeadLetterRecord(record.value(), headers);
    }
  }

  void stop() throws Exception {
    indices.close();
    stack.close();
    receiver.close();
    FolderTree.delete(folder);
  }
}
