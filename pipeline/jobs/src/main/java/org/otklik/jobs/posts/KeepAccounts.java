package org.otklik.jobs.posts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;

/**
 * Counts what became of each channel's records, in the job's own state and so exactly once, and
 * publishes the account to the index {@code channels}: received = indexed + replaced + duplicates +
 * ignored + dead-lettered.
 *
 * <p>An account is published at most once a second of processing time, which is not event time on
 * purpose: it tells the staff that the stream lives. The state has no time to live: it is one small
 * record per channel, and must not forget.
 */
public final class KeepAccounts extends KeyedProcessFunction<String, Fate, Document> {
  private static final long serialVersionUID = 1L;

  /** The index's name. */
  public static final String INDEX = "channels";

  private static final long PUBLISH_EVERY_MILLIS = 1_000;
  private static final int REASONS_KEPT = 100;
  private static final String OTHER_REASONS = "other reasons";

  private transient ValueState<ChannelAccount> account;
  private transient ValueState<Boolean> publicationDue;

  @Override
  public void open(OpenContext context) {
    account =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("account", TypeInformation.of(ChannelAccount.class)));
    publicationDue =
        getRuntimeContext().getState(new ValueStateDescriptor<>("publication-due", Boolean.class));
  }

  @Override
  public void processElement(Fate fate, Context context, Collector<Document> out) throws Exception {
    account.update(plus(account.value(), fate));
    if (publicationDue.value() == null) {
      publicationDue.update(true);
      context
          .timerService()
          .registerProcessingTimeTimer(
              context.timerService().currentProcessingTime() + PUBLISH_EVERY_MILLIS);
      context.timerService().registerEventTimeTimer(Long.MAX_VALUE); // the end of a bounded input
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Document> out)
      throws Exception {
    if (publicationDue.value() != null) {
      publicationDue.clear();
      out.collect(document(account.value()));
    }
  }

  static ChannelAccount plus(@Nullable ChannelAccount before, Fate fate) {
    Map<String, Long> outcomes = new HashMap<>();
    Map<String, Long> reasons = new HashMap<>();
    long received = 1;
    Instant last = fate.receivedAt();
    if (before != null) {
      outcomes.putAll(before.outcomes());
      reasons.putAll(before.reasons());
      received += before.received();
      last = before.lastReceivedAt().isAfter(last) ? before.lastReceivedAt() : last;
    }
    outcomes.merge(fate.outcome(), 1L, Long::sum);
    if (fate.reason() != null) {
      boolean room = reasons.size() < REASONS_KEPT || reasons.containsKey(fate.reason());
      reasons.merge(room ? fate.reason() : OTHER_REASONS, 1L, Long::sum);
    }
    return new ChannelAccount(fate.channel(), received, outcomes, reasons, last);
  }

  /** The account as a document; public for the test that holds it against the template. */
  public static Document document(ChannelAccount account) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("channel", account.channel());
    json.put("received", account.received());
    json.put("indexed", count(account, Fate.INDEXED));
    json.put("replaced", count(account, Fate.REPLACED));
    json.put("duplicates", count(account, Fate.DUPLICATE));
    json.put("ignored", count(account, Fate.IGNORED));
    json.put("deadLettered", count(account, Fate.DEAD_LETTERED));
    json.set("reasons", Json.mapper().valueToTree(account.reasons()));
    json.put("lastReceivedAt", account.lastReceivedAt().toString());
    return new Document(INDEX, account.channel(), account.received(), Json.bytes(json));
  }

  private static long count(ChannelAccount account, String outcome) {
    return account.outcomes().getOrDefault(outcome, 0L);
  }
}
