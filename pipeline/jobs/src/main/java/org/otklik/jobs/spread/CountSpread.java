package org.otklik.jobs.spread;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.ClaimChange;
import org.otklik.models.misinformation.Claim;

/**
 * Adds up how each claim and each narrative spreads, keyed by its subject, and tells the new state
 * after every change. A narrative is told of from its second post on. What the register says of a
 * claim joins it; the topic's word stands above the configured one.
 */
public final class CountSpread
    extends KeyedCoProcessFunction<String, SpreadChange, ClaimChange, Spread> {
  private static final long serialVersionUID = 1L;
  private static final int NARRATIVE_FROM = 2;

  private final HashMap<String, Claim> register = new HashMap<>();
  private final SpreadRules rules;
  private final ZoneId zone;
  private final Duration memory;
  private transient ValueState<Spread> spread;
  private transient ValueState<ClaimChange> claim;

  /**
   * @param register the configured claims
   * @param rules from when on spread is an event
   * @param zone the region's zone, in which a refutation has its day
   * @param memory how long a claim or narrative is remembered after its last post
   */
  public CountSpread(List<Claim> register, SpreadRules rules, ZoneId zone, Duration memory) {
    register.forEach(known -> this.register.put(known.id(), known));
    this.rules = rules;
    this.zone = zone;
    this.memory = memory;
  }

  @Override
  public void open(OpenContext context) {
    StateTtlConfig timeToLive =
        StateTtlConfig.newBuilder(memory)
            .setUpdateType(StateTtlConfig.UpdateType.OnReadAndWrite)
            .build();
    ValueStateDescriptor<Spread> counted =
        new ValueStateDescriptor<>("spread", TypeInformation.of(Spread.class));
    counted.enableTimeToLive(timeToLive);
    spread = getRuntimeContext().getState(counted);
    ValueStateDescriptor<ClaimChange> changed =
        new ValueStateDescriptor<>("claim", TypeInformation.of(ClaimChange.class));
    changed.enableTimeToLive(timeToLive);
    claim = getRuntimeContext().getState(changed);
  }

  @Override
  public void processElement1(SpreadChange change, Context context, Collector<Spread> out)
      throws Exception {
    Spread before = spread.value();
    if (before == null && change.posts() < 0) {
      return; // what it leaves has been forgotten
    }
    Spread now =
        (before == null ? Spread.begin(change, claimOf(change.subject())) : before)
            .plus(change, rules, zone);
    spread.update(now);
    boolean claims = change.subject().kind().equals(SpreadSubject.CLAIM);
    if (claims || Math.max(now.posts(), before == null ? 0 : before.posts()) >= NARRATIVE_FROM) {
      out.collect(now);
    }
  }

  @Override
  public void processElement2(ClaimChange change, Context context, Collector<Spread> out)
      throws Exception {
    ClaimChange earlier = claim.value();
    if (earlier != null && (change.equals(earlier) || change.at().isBefore(earlier.at()))) {
      return; // read again after a restart
    }
    claim.update(change);
    Spread before = spread.value();
    if (before != null) {
      Spread now = before.withClaim(change.claim(), rules, zone);
      spread.update(now);
      out.collect(now);
    }
  }

  private @Nullable Claim claimOf(SpreadSubject subject) throws Exception {
    if (!subject.kind().equals(SpreadSubject.CLAIM)) {
      return null;
    }
    ClaimChange changed = claim.value();
    return changed == null ? register.get(subject.id()) : changed.claim();
  }
}
