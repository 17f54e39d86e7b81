package org.otklik.models.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.misinformation.ClaimMatcher;
import org.otklik.models.misinformation.Misinformation;
import org.otklik.models.misinformation.MisinformationAnalyzer;
import org.otklik.models.misinformation.OfficialDenial;
import org.otklik.models.post.Post;
import org.otklik.models.text.Lemmatizer;

/**
 * Compares analysed posts with the register of claims, and looks for signals that a person should
 * look. The register may change at any time; then posts may be examined anew, without the rest of
 * the analysis.
 *
 * <p>Not safe for use by several threads at once: each has its own.
 */
public final class PostExaminer {
  private final Lemmatizer lemmatizer = new Lemmatizer();
  private final ZoneId zone;
  private MisinformationAnalyzer analyzer;

  /**
   * @param claims the register to begin with
   * @param zone the region's time zone: in it lies the day on which a claim must be valid
   */
  public PostExaminer(List<Claim> claims, ZoneId zone) {
    this.analyzer = new MisinformationAnalyzer(ClaimMatcher.of(claims));
    this.zone = zone;
  }

  /**
   * Posts are compared with one claim more from now on, or with a newer version of it. A statement
   * that an official answer denies ({@link #denied}) is kept apart: who repeats it only deserves a
   * look.
   */
  public void add(Claim claim) {
    analyzer =
        OfficialDenial.isId(claim.id())
            ? analyzer.withAnswers(analyzer.answers().with(claim))
            : analyzer.withMatcher(analyzer.matcher().with(claim));
  }

  /** Posts are no longer compared with a claim. */
  public void remove(String claimId) {
    analyzer =
        OfficialDenial.isId(claimId)
            ? analyzer.withAnswers(analyzer.answers().without(claimId))
            : analyzer.withMatcher(analyzer.matcher().without(claimId));
  }

  /** What an official answer says not to be so, if it does and can be recognised again. */
  public Optional<Claim> denied(Post answer) {
    return OfficialDenial.of(
        answer.id(),
        answer.text(),
        lemmatizer.tokens(answer.text()),
        LocalDate.ofInstant(answer.publishedAt(), zone));
  }

  /**
   * Whether a person should look at a post, and why.
   *
   * @param post the post, its text masked
   */
  public Misinformation examine(Post post) {
    return analyzer.analyze(
        post.text(), lemmatizer.tokens(post.text()), forwardedWithoutOrigin(post), day(post));
  }

  private static boolean forwardedWithoutOrigin(Post post) {
    return post.sourceFields().containsKey("forwarded")
        && !post.sourceFields().containsKey("forwarded_from");
  }

  /** A post without a date of its own is compared with all claims. */
  private @Nullable LocalDate day(Post post) {
    return post.publishedAt().equals(Instant.EPOCH)
        ? null
        : LocalDate.ofInstant(post.publishedAt(), zone);
  }
}
