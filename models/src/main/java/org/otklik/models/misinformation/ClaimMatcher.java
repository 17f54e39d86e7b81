package org.otklik.models.misinformation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.models.text.Token;

/**
 * Finds the claim that a post repeats. It never changes and is safe for use by several threads;
 * {@link #with} gives a matcher that knows one claim more, and costs little even in a register of
 * ten thousand.
 *
 * <p>The steps: {@link ClaimIndex} finds a few wordings that share most with the post; {@link
 * Comparison} counts what they share; {@link MatchModel} turns that into a score.
 */
public final class ClaimMatcher {
  private static final int CANDIDATES = 8;
  private static final int SHORT_POST = 3;

  /** Who shares a single word with a claim does not repeat it. */
  static final int LEAST_SHARED = 2;

  private static final double LEAST_COVERAGE = 0.3;
  private static final double LEAST_MARGIN = -0.1;

  private final ClaimIndex index;
  private final TermReader reader = new TermReader(Words.shared());
  private final MatchModel model;

  private ClaimMatcher(ClaimIndex index, MatchModel model) {
    this.index = index;
    this.model = model;
  }

  /** A matcher for these claims; of claims with the same id the last one counts. */
  public static ClaimMatcher of(List<Claim> claims) {
    return of(claims, MatchModel.shared());
  }

  static ClaimMatcher of(List<Claim> claims, MatchModel model) {
    TermReader reader = new TermReader(Words.shared());
    return new ClaimMatcher(
        ClaimIndex.of(claims.stream().map(claim -> new ClaimEntry(claim, reader)).toList()), model);
  }

  /** This matcher with one more claim, or with a newer version of one that it knows. */
  public ClaimMatcher with(Claim claim) {
    return new ClaimMatcher(index.with(new ClaimEntry(claim, reader)), model);
  }

  /** This matcher without a claim. */
  public ClaimMatcher without(String claimId) {
    return new ClaimMatcher(index.without(claimId), model);
  }

  /** The claims that posts are compared with. */
  public List<Claim> claims() {
    return index.claims();
  }

  /** The claim that a text repeats, whatever the day; empty when it repeats none. */
  public Optional<ClaimMatch> match(String text, List<Token> tokens) {
    return match(text, tokens, null);
  }

  /**
   * The claim that a text repeats.
   *
   * @param tokens the tokens of this very text
   * @param day the day of the post: claims that are not valid on it are left out; null: all claims
   *     count
   */
  public Optional<ClaimMatch> match(String text, List<Token> tokens, @Nullable LocalDate day) {
    return match(ReadPost.of(text, tokens), day);
  }

  Optional<ClaimMatch> match(ReadPost post, @Nullable LocalDate day) {
    Comparison best = null;
    double bestScore = 0;
    for (Comparison comparison : compare(post)) {
      double score = isWorthJudging(comparison) ? score(comparison) : 0;
      boolean better = best == null || isBetter(comparison, score, best, bestScore);
      if (score > 0 && better && applies(comparison.wording().entry().claim(), day)) {
        best = comparison;
        bestScore = score;
      }
    }
    if (best == null || bestScore < model.suggestFrom() || best.sharedTerms() < LEAST_SHARED) {
      return Optional.empty();
    }
    return Optional.of(
        new ClaimMatch(
            best.wording().entry().claim().id(),
            kind(best),
            bestScore,
            bestScore < model.threshold() || best.postTerms() < SHORT_POST,
            best.sharedWords()));
  }

  /** Comparisons with the wordings that share most with the post, in all its stretches. */
  List<Comparison> compare(ReadPost post) {
    List<Comparison> comparisons = new ArrayList<>();
    for (TermText.Window window : post.terms().windows()) {
      for (ClaimWording wording : index.candidates(post.terms(), window, CANDIDATES)) {
        comparisons.add(new Comparison(wording, post, window));
      }
    }
    setAgainstOneAnother(comparisons);
    return comparisons;
  }

  /**
   * Another claim counts against one only when it shares words of the post that this one does not:
   * two claims that differ in a number do not count against one another.
   */
  private static void setAgainstOneAnother(List<Comparison> comparisons) {
    for (Comparison comparison : comparisons) {
      double best = 0;
      for (Comparison other : comparisons) {
        if (other.coverage() > best
            && other.wording().entry() != comparison.wording().entry()
            && comparison.leavesTo(other)) {
          best = other.coverage();
        }
      }
      comparison.standsAgainst(best);
    }
  }

  /**
   * Who says so little of a claim, or less of it than of another one, hardly ever repeats it: of
   * labelled posts in plain words about one in fifty, in far-fetched words more than one in ten.
   */
  private static boolean isWorthJudging(Comparison comparison) {
    return comparison.coverage() >= LEAST_COVERAGE && comparison.margin() >= LEAST_MARGIN;
  }

  /** Of claims that the post repeats for sure it repeats the one of which it says most. */
  private boolean isBetter(Comparison one, double score, Comparison other, double otherScore) {
    boolean bothSure = score >= model.threshold() && otherScore >= model.threshold();
    return bothSure ? one.coverage() > other.coverage() : score > otherScore;
  }

  private double score(Comparison comparison) {
    return model.probability(comparison.features());
  }

  private static boolean applies(Claim claim, @Nullable LocalDate day) {
    return day == null || claim.appliesOn(day);
  }

  private static MatchKind kind(Comparison comparison) {
    double coverage = comparison.coverage();
    double exact = comparison.feature(MatchFeature.EXACT);
    double density = comparison.feature(MatchFeature.DENSITY);
    if (comparison.asks()) {
      return MatchKind.QUESTION;
    }
    if (exact > 0.97 && comparison.feature(MatchFeature.ORDER) > 0.95) {
      return MatchKind.COPY;
    }
    if (exact >= 0.6 && coverage >= 0.75) {
      return MatchKind.LIGHT_EDIT;
    }
    return density < 0.5 ? MatchKind.PARTIAL : MatchKind.PARAPHRASE;
  }
}
