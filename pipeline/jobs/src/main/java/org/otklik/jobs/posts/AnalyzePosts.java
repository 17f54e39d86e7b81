package org.otklik.jobs.posts;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.otklik.jobs.DeadLetter;
import org.otklik.jobs.Json;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.PostAnalyzer;
import org.otklik.models.text.PersonalDataMasker;

/**
 * Asks the models about each post. A post at which they fail goes aside as a dead letter, its text
 * masked.
 */
public final class AnalyzePosts extends ProcessFunction<ReceivedPost, AnalyzedPost> {
  private static final long serialVersionUID = 1L;

  /** Posts at which the models failed. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("not-analyzed", TypeInformation.of(DeadLetter.class));

  /** What became of the posts that came here. */
  public static final OutputTag<Fate> FATES =
      new OutputTag<>("fates-of-analysis", TypeInformation.of(Fate.class));

  private final AnalyzerFactory factory;
  private transient PostAnalyzer analyzer;

  /**
   * @param factory makes the analyzer of one subtask
   */
  public AnalyzePosts(AnalyzerFactory factory) {
    this.factory = factory;
  }

  @Override
  public void open(OpenContext context) {
    analyzer = factory.create();
  }

  @Override
  public void processElement(ReceivedPost received, Context context, Collector<AnalyzedPost> out) {
    Origin origin = received.origin();
    AnalyzedPost analyzed;
    try {
      analyzed = analyzer.analyze(received.post());
    } catch (RuntimeException e) {
      // A text that breaks a model must not stop everyone else's.
      String reason = "the analysis failed with " + e.getClass().getSimpleName();
      context.output(
          DEAD_LETTERS,
          new DeadLetter(
              origin.topic(),
              origin.partition(),
              origin.offset(),
              "analyze",
              reason,
              origin.channel(),
              Json.bytes(
                  received.post().withText(PersonalDataMasker.mask(received.post().text())))));
      context.output(
          FATES, new Fate(origin.channel(), Fate.DEAD_LETTERED, reason, origin.receivedAt()));
      return;
    }
    out.collect(analyzed);
    context.output(
        FATES,
        new Fate(
            origin.channel(),
            received.replacesOlder() ? Fate.REPLACED : Fate.INDEXED,
            null,
            origin.receivedAt()));
  }
}
