package org.otklik.jobs.alerts;

import static org.otklik.jobs.Operators.named;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.DeadLetter;
import org.otklik.jobs.Document;
import org.otklik.jobs.Operators;
import org.otklik.jobs.index.ElasticsearchSink;
import org.otklik.jobs.kafka.AlertTopic;
import org.otklik.jobs.kafka.DeadLetterTopic;
import org.otklik.jobs.settings.JobArguments;
import org.otklik.models.region.Region;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job {@code deliver-alerts}: who is told about what has happened, and telling them.
 *
 * <pre>
 * alerts → route-alerts ──nobody to tell──────────────────────────────► index alerts
 *             │  by recipient and what it is about
 *             ▼
 *          throttle-alerts ──told shortly before──────────────────────► index alerts
 *             │  by recipient
 *             ▼
 *          deliver-alerts ──every attempt─────────────────────────────► index alerts
 *             │      └──given up──────────────────────────────────────► dead-letters
 *             ▼
 *          signed webhooks
 * </pre>
 *
 * <p>Of the notices that {@code deliver-alerts} takes each is waiting, delivered, disabled or dead:
 * its counters {@code delivered}, {@code disabled} and {@code dead} add up to what has ended.
 */
public final class DeliverAlertsJob {
  /** The job's name. */
  public static final String NAME = "deliver-alerts";

  private static final Logger LOG = LoggerFactory.getLogger(DeliverAlertsJob.class);

  /** Longer than any throttle and {@link AlertsFile#LONGEST}. */
  private static final Duration MEMORY = Duration.ofDays(90);

  private DeliverAlertsJob() {}

  /**
   * What the topology needs to know; see {@link ConfiguredAlerts#settings}.
   *
   * @param rules which events go to whom
   * @param leads ids of the recipients that lead the block of a theme, by the theme's id
   * @param addresses what an address is known by, by the id of the recipient that has one
   * @param schedule when attempts are made
   * @param couriers makes the couriers
   * @param region the region
   */
  public record Settings(
      List<AlertRule> rules,
      Map<String, List<String>> leads,
      Map<String, String> addresses,
      RetrySchedule schedule,
      Courier.Factory couriers,
      Region region) {}

  /**
   * Where the results go.
   *
   * @param documents documents for the index
   * @param deadLetters what could not be delivered
   */
  public record Sinks(Sink<Document> documents, Sink<DeadLetter> deadLetters) {}

  /** Entry point for {@code flink run}; see {@link JobArguments} for the arguments. */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    run(environment, JobArguments.parse(NAME, args), System.getenv());
    environment.execute(NAME);
  }

  /**
   * Adds the job with its real source and sinks to an environment.
   *
   * @param variables the environment variables that hold addresses and secrets of recipients
   */
  public static void run(
      StreamExecutionEnvironment environment, JobArguments arguments, Map<String, String> variables)
      throws Exception {
    ConfiguredAlerts alerts = ConfiguredAlerts.load(arguments.configuration(), variables);
    alerts.unreachable().forEach(LOG::warn);
    define(
        AlertTopic.source(environment, arguments.kafka(), NAME),
        new Sinks(
            new ElasticsearchSink(
                arguments.elasticsearch(), DeadLetterTopic.rejectedDocuments(arguments.kafka())),
            DeadLetterTopic.sink(arguments.kafka())),
        alerts.settings(arguments.loadRegion()));
  }

  /** The topology. */
  public static void define(DataStream<AlertEvent> events, Sinks sinks, Settings settings) {
    events.getExecutionEnvironment().setMaxParallelism(Operators.MAX_PARALLELISM);
    AlertDocument document = new AlertDocument(settings.region());

    SingleOutputStreamOperator<Notice> routed =
        named(
            "route-alerts",
            events.process(
                new RouteAlerts(
                    settings.rules(),
                    settings.leads(),
                    Set.copyOf(settings.addresses().keySet()),
                    document)));

    SingleOutputStreamOperator<Notice> passed =
        named(
            "throttle-alerts",
            routed.keyBy(Notice::throttleKey).process(new ThrottleAlerts(MEMORY, document)));

    SingleOutputStreamOperator<Document> delivered =
        named(
            "deliver-alerts",
            passed
                .keyBy(Notice::recipient)
                .process(
                    new DeliverAlerts(
                        settings.schedule(),
                        settings.addresses(),
                        settings.couriers(),
                        document,
                        MEMORY)));

    named(
        "index-alerts",
        delivered
            .union(
                routed.getSideOutput(RouteAlerts.UNROUTED),
                passed.getSideOutput(ThrottleAlerts.THROTTLED))
            .sinkTo(sinks.documents()));
    named(
        "dead-letters-topic",
        delivered.getSideOutput(DeliverAlerts.DEAD_LETTERS).sinkTo(sinks.deadLetters()));
  }
}
