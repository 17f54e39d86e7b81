package org.otklik.jobs.posts;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Decision;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.Correction;

/**
 * Puts a person's theme in the place of the model's, keyed by the post's id: the post travels on
 * once more, under a higher version, and moves everything that hangs on its theme. A correction
 * holds for later versions of the post too, until it is taken back; it may come before its post.
 */
public final class ApplyCorrections
    extends KeyedCoProcessFunction<String, AnalyzedPost, Decision, AnalyzedPost> {
  private static final long serialVersionUID = 1L;

  private final Duration memory;
  private transient ValueState<AnalyzedPost> newest;
  private transient ValueState<Decision> decided;

  /**
   * @param memory how long a post can still be corrected after its last version
   */
  public ApplyCorrections(Duration memory) {
    this.memory = memory;
  }

  @Override
  public void open(OpenContext context) {
    StateTtlConfig timeToLive = StateTtlConfig.newBuilder(memory).build();
    ValueStateDescriptor<AnalyzedPost> post =
        new ValueStateDescriptor<>("newest-post", TypeInformation.of(AnalyzedPost.class));
    post.enableTimeToLive(timeToLive);
    newest = getRuntimeContext().getState(post);
    ValueStateDescriptor<Decision> decision =
        new ValueStateDescriptor<>("theme-decision", TypeInformation.of(Decision.class));
    decision.enableTimeToLive(timeToLive);
    decided = getRuntimeContext().getState(decision);
  }

  @Override
  public void processElement1(AnalyzedPost analyzed, Context context, Collector<AnalyzedPost> out)
      throws Exception {
    AnalyzedPost before = newest.value();
    long version = analyzed.post().version();
    if (before != null && version <= before.post().version()) {
      version =
          before.post().version() + 1; // a correction has overtaken the channel's own versions
    }
    emit(analyzed, version, decided.value(), out);
  }

  @Override
  public void processElement2(Decision decision, Context context, Collector<AnalyzedPost> out)
      throws Exception {
    if (!decision.type().equals(Decision.THEME_CORRECTION)) {
      return;
    }
    Decision earlier = decided.value();
    if (earlier != null && !decision.at().isAfter(earlier.at())) {
      return; // read again after a restart, or overtaken
    }
    decided.update(decision);
    AnalyzedPost post = newest.value();
    if (post != null) {
      emit(post, Math.max(post.post().version() + 1, decision.at().toEpochMilli()), decision, out);
    }
  }

  private void emit(
      AnalyzedPost analyzed, long version, @Nullable Decision decision, Collector<AnalyzedPost> out)
      throws Exception {
    Correction correction =
        decision == null || decision.value() == null
            ? null
            : new Correction(decision.value(), decision.by(), decision.at());
    AnalyzedPost corrected =
        new AnalyzedPost(
            analyzed.post().withVersion(version),
            analyzed.analysis(),
            correction,
            analyzed.review());
    newest.update(corrected);
    out.collect(corrected);
  }
}
