package org.otklik.jobs.alerts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.Document;

/**
 * Finds by the rules who is told about an event: a notice for each recipient, once, under the first
 * rule that names it. What nobody can be told about goes to {@link #UNROUTED}.
 */
public final class RouteAlerts extends ProcessFunction<AlertEvent, Notice> {
  private static final long serialVersionUID = 1L;

  /** Events that no rule takes, and those for recipients without an address. */
  public static final OutputTag<Document> UNROUTED =
      new OutputTag<>("unrouted", TypeInformation.of(Document.class));

  private final List<AlertRule> rules;
  private final Map<String, List<String>> leads;
  private final Set<String> reachable;
  private final AlertDocument document;
  private transient Counter received;
  private transient Counter unrouted;

  /**
   * @param rules the rules, in their order
   * @param leads ids of the recipients that lead the block of a theme, by the theme's id
   * @param reachable ids of the recipients that have an address
   * @param document makes the documents
   */
  public RouteAlerts(
      List<AlertRule> rules,
      Map<String, List<String>> leads,
      Set<String> reachable,
      AlertDocument document) {
    this.rules = rules;
    this.leads = leads;
    this.reachable = reachable;
    this.document = document;
  }

  @Override
  public void open(OpenContext context) {
    received = getRuntimeContext().getMetricGroup().counter("received");
    unrouted = getRuntimeContext().getMetricGroup().counter("unrouted");
  }

  @Override
  public void processElement(AlertEvent event, Context context, Collector<Notice> out) {
    received.inc();
    Map<String, AlertRule> firstRules = new LinkedHashMap<>();
    for (AlertRule rule : rules) {
      if (rule.takes(event)) {
        rule.recipients(event, leads).forEach(recipient -> firstRules.putIfAbsent(recipient, rule));
      }
    }
    if (firstRules.isEmpty()) {
      unrouted.inc();
      context.output(UNROUTED, document.unrouted(event, null, null));
    }
    firstRules.forEach(
        (recipient, rule) -> {
          if (reachable.contains(recipient)) {
            out.collect(
                new Notice(
                    event, recipient, rule.id(), rule.throttle().millisFor(event.severity())));
          } else {
            unrouted.inc();
            context.output(UNROUTED, document.unrouted(event, recipient, rule.id()));
          }
        });
  }
}
