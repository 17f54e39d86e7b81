package org.otklik.models.misinformation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.models.text.Token;

/**
 * Claim matching and signals together. A post that repeats a claim goes to review; so does one
 * whose signals reach the threshold; a weak likeness to a claim is one signal among the others. It
 * never changes and is safe for use by several threads.
 */
public final class MisinformationAnalyzer {
  private final ClaimMatcher matcher;
  private final ClaimMatcher answers;
  private final MisinformationSignals signals;

  public MisinformationAnalyzer(ClaimMatcher matcher) {
    this(matcher, ClaimMatcher.of(List.of()), new MisinformationSignals());
  }

  private MisinformationAnalyzer(
      ClaimMatcher matcher, ClaimMatcher answers, MisinformationSignals signals) {
    this.matcher = matcher;
    this.answers = answers;
    this.signals = signals;
  }

  /** The same with other claims; cheap. */
  public MisinformationAnalyzer withMatcher(ClaimMatcher other) {
    return new MisinformationAnalyzer(other, answers, signals);
  }

  /** The same with other statements that official answers deny (see {@link OfficialDenial}). */
  public MisinformationAnalyzer withAnswers(ClaimMatcher denied) {
    return new MisinformationAnalyzer(matcher, denied, signals);
  }

  /** The statements that official answers deny. */
  public ClaimMatcher answers() {
    return answers;
  }

  /** The claims that posts are compared with. */
  public ClaimMatcher matcher() {
    return matcher;
  }

  /** As {@link #analyze(String, List, boolean, LocalDate)}, with all claims whatever the day. */
  public Misinformation analyze(String text, List<Token> tokens, boolean forwarded) {
    return analyze(text, tokens, forwarded, null);
  }

  /**
   * Looks at one post.
   *
   * @param text masked text
   * @param tokens the tokens of this very text
   * @param forwarded true when the channel says that the post was forwarded from elsewhere
   * @param day the day of the post; null: all claims count
   */
  public Misinformation analyze(
      String text, List<Token> tokens, boolean forwarded, @Nullable LocalDate day) {
    ReadPost post = ReadPost.of(text, tokens);
    Optional<ClaimMatch> match = matcher.match(post, day);
    List<Signal> found = new ArrayList<>(signals.find(post, forwarded));
    if (match.isPresent() && match.get().suggestion() && !post.isOwnView()) {
      found.add(signals.signal(SignalCode.RESEMBLES_CLAIM, match.get().words()));
    }
    answers
        .match(post, day)
        .filter(contradicted -> !contradicted.suggestion())
        .ifPresent(
            contradicted ->
                found.add(signals.signal(SignalCode.CONTRADICTS_ANSWER, contradicted.words())));
    double score = signals.score(found);
    if (match.isPresent() && !match.get().suggestion()) {
      return new Misinformation(
          true,
          Math.max(score, match.get().score()),
          match.get().claimId(),
          match.get().kind().code(),
          found);
    }
    return new Misinformation(score >= signals.threshold(), score, null, null, found);
  }
}
