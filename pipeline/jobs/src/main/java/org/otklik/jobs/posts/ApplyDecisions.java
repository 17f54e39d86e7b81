package org.otklik.jobs.posts;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Decision;
import org.otklik.jobs.Document;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.Correction;
import org.otklik.models.analysis.Review;

/**
 * Puts what a person has decided above what the models say, keyed by the post's id: another theme,
 * or what became of the suspicion that it is a rumour. The post travels on once more, under a
 * higher version, and moves everything that hangs on it. A decision holds for later versions of the
 * post too, until it is taken back; it may come before its post.
 *
 * <p>For each review the post as it was then is kept as {@link Evidence}.
 */
public final class ApplyDecisions
    extends KeyedCoProcessFunction<String, AnalyzedPost, Decision, AnalyzedPost> {
  private static final long serialVersionUID = 1L;

  /** What reviews were decided on. */
  public static final OutputTag<Document> EVIDENCE =
      new OutputTag<>("evidence", TypeInformation.of(Document.class));

  private final Duration memory;
  private transient ValueState<AnalyzedPost> newest;
  private transient ValueState<Decision> theme;
  private transient ValueState<Decision> review;

  /**
   * @param memory how long a post can still be decided about after its last version
   */
  public ApplyDecisions(Duration memory) {
    this.memory = memory;
  }

  @Override
  public void open(OpenContext context) {
    newest = remembered("newest-post", AnalyzedPost.class);
    theme = remembered("theme-decision", Decision.class);
    review = remembered("review-decision", Decision.class);
  }

  private <T> ValueState<T> remembered(String name, Class<T> type) {
    ValueStateDescriptor<T> descriptor = new ValueStateDescriptor<>(name, TypeInformation.of(type));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(memory).build());
    return getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement1(AnalyzedPost analyzed, Context context, Collector<AnalyzedPost> out)
      throws Exception {
    AnalyzedPost before = newest.value();
    long version = analyzed.post().version();
    if (before != null && version <= before.post().version()) {
      version = before.post().version() + 1; // a decision has overtaken the channel's own versions
    }
    AnalyzedPost decided = decided(analyzed, version);
    newest.update(decided);
    renew(theme);
    renew(review);
    if (before == null) {
      keepEvidence(decided, context); // the decision came first
    }
    out.collect(decided);
  }

  @Override
  public void processElement2(Decision decision, Context context, Collector<AnalyzedPost> out)
      throws Exception {
    ValueState<Decision> earlier = stateOf(decision);
    if (earlier == null
        || (earlier.value() != null && !decision.at().isAfter(earlier.value().at()))) {
      return; // of another kind; or read again after a restart, or overtaken
    }
    earlier.update(decision);
    AnalyzedPost post = newest.value();
    if (post != null) {
      long version = Math.max(post.post().version() + 1, decision.at().toEpochMilli());
      AnalyzedPost decided = decided(post, version);
      newest.update(decided);
      if (earlier == review) {
        keepEvidence(decided, context);
      }
      out.collect(decided);
    }
  }

  /** A decision is remembered as long as its post. */
  private static void renew(ValueState<Decision> decision) throws Exception {
    if (decision.value() != null) {
      decision.update(decision.value());
    }
  }

  private @Nullable ValueState<Decision> stateOf(Decision decision) {
    return switch (decision.type()) {
      case Decision.THEME_CORRECTION -> theme;
      case Decision.REVIEW -> review;
      default -> null;
    };
  }

  private AnalyzedPost decided(AnalyzedPost analyzed, long version) throws Exception {
    return new AnalyzedPost(
        analyzed.post().withVersion(version),
        analyzed.analysis(),
        correction(theme.value()),
        review(review.value()),
        analyzed.learnedHome());
  }

  private static @Nullable Correction correction(@Nullable Decision decision) {
    return decision == null || decision.value() == null
        ? null
        : new Correction(decision.value(), decision.by(), decision.at());
  }

  private static @Nullable Review review(@Nullable Decision decision) {
    return decision == null || decision.value() == null
        ? null
        : new Review(decision.value(), decision.by(), decision.at(), decision.reason());
  }

  private static void keepEvidence(
      AnalyzedPost decided,
      KeyedCoProcessFunction<String, AnalyzedPost, Decision, AnalyzedPost>.Context context) {
    if (decided.review() != null) {
      context.output(EVIDENCE, Evidence.document(decided, decided.review()));
    }
  }
}
