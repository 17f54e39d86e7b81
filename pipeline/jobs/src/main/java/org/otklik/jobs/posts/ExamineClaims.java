package org.otklik.jobs.posts;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.ClaimChange;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.PostExaminer;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.misinformation.Misinformation;
import org.otklik.models.misinformation.OfficialDenial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of each post whether a person should look at it as a possible rumour, keyed by the post's
 * id. The register of claims is the configured one with what the topic has changed in it, and with
 * what official replies deny; every change takes effect at once, also on the posts of the last
 * days: those of which something else is to be said now travel on once more, under a higher
 * version.
 */
public final class ExamineClaims
    extends KeyedBroadcastProcessFunction<String, AnalyzedPost, ClaimChange, AnalyzedPost> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ExamineClaims.class);

  private final ExaminerFactory examiners;
  private final Duration reach;
  private transient PostExaminer examiner;
  private transient boolean knowsTheTopic;
  private transient ValueState<AnalyzedPost> recent;

  /**
   * @param examiners makes the examiner of one subtask, with the configured register
   * @param reach how long after a post came a new claim still finds it
   */
  public ExamineClaims(ExaminerFactory examiners, Duration reach) {
    this.examiners = examiners;
    this.reach = reach;
  }

  /** What the topic has changed in the register, by the claim's id. */
  public static MapStateDescriptor<String, ClaimChange> changes() {
    return new MapStateDescriptor<>(
        "claim-changes", Types.STRING, TypeInformation.of(ClaimChange.class));
  }

  private ValueStateDescriptor<AnalyzedPost> recentPost() {
    ValueStateDescriptor<AnalyzedPost> descriptor =
        new ValueStateDescriptor<>("recent-post", TypeInformation.of(AnalyzedPost.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(reach).build());
    return descriptor;
  }

  @Override
  public void open(OpenContext context) {
    examiner = examiners.create();
    knowsTheTopic = false;
    recent = getRuntimeContext().getState(recentPost());
  }

  @Override
  public void processElement(
      AnalyzedPost analyzed, ReadOnlyContext context, Collector<AnalyzedPost> out)
      throws Exception {
    if (!knowsTheTopic) {
      learn(context.getBroadcastState(changes()).immutableEntries());
    }
    Misinformation found = examine(analyzed);
    AnalyzedPost examined =
        found == null ? analyzed : analyzed.examined(analyzed.post().version(), found);
    recent.update(examined);
    out.collect(examined);
  }

  @Override
  public void processBroadcastElement(
      ClaimChange change, Context context, Collector<AnalyzedPost> out) throws Exception {
    var known = context.getBroadcastState(changes());
    if (!knowsTheTopic) {
      learn(known.immutableEntries());
    }
    ClaimChange earlier = known.get(change.id());
    if (earlier != null && (change.equals(earlier) || change.at().isBefore(earlier.at()))) {
      return; // read again after a restart
    }
    known.put(change.id(), change);
    apply(change);
    forgetExpired(known, change);
    context.applyToKeyedState(
        recentPost(), (unusedId, post) -> examineAgain(post, change.at().toEpochMilli(), out));
  }

  /** After a start or restart: what the topic had told before. */
  private void learn(Iterable<Map.Entry<String, ClaimChange>> changes) {
    for (Map.Entry<String, ClaimChange> change : changes) {
      apply(change.getValue());
    }
    knowsTheTopic = true;
  }

  /**
   * What official replies deny is remembered as long as it is valid, judged by the newest reply;
   * claims of the register stay.
   */
  private void forgetExpired(BroadcastState<String, ClaimChange> known, ClaimChange newest)
      throws Exception {
    if (!OfficialDenial.isId(newest.id())) {
      return;
    }
    List<String> expired = new ArrayList<>();
    for (Map.Entry<String, ClaimChange> other : known.entries()) {
      Claim claim = other.getValue().claim();
      if (OfficialDenial.isId(other.getKey())
          && claim != null
          && !claim.appliesOn(LocalDate.ofInstant(newest.at(), ZoneOffset.UTC).minusDays(1))) {
        expired.add(other.getKey());
      }
    }
    for (String id : expired) {
      known.remove(id);
      examiner.remove(id);
    }
  }

  private void apply(ClaimChange change) {
    if (change.claim() == null) {
      examiner.remove(change.id());
    } else {
      examiner.add(change.claim());
    }
  }

  private void examineAgain(
      ValueState<AnalyzedPost> state, long changedAt, Collector<AnalyzedPost> out)
      throws Exception {
    AnalyzedPost before = state.value();
    Misinformation found = before == null ? null : examine(before);
    if (found == null || found.equals(before.analysis().misinformation())) {
      return;
    }
    AnalyzedPost examined =
        before.examined(Math.max(before.post().version() + 1, changedAt), found);
    state.update(examined);
    out.collect(examined);
  }

  /** A text that breaks the models travels on unexamined. */
  private @Nullable Misinformation examine(AnalyzedPost analyzed) {
    try {
      return examiner.examine(analyzed.post());
    } catch (RuntimeException e) {
      LOG.warn("post {} could not be examined", analyzed.post().id(), e);
      return null;
    }
  }
}
