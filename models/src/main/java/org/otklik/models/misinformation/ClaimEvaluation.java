package org.otklik.models.misinformation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.MarkupRemover;
import org.otklik.models.text.Token;

/**
 * How well claims are matched, and posts chosen for review, on posts that people have labelled.
 * Mere suggestions do not count as matches.
 *
 * @param posts how many posts were judged
 * @param precision share of matches that name the labelled claim; 1 when there are none
 * @param recall share of posts labelled with a claim that were matched with it; 1 when there are
 *     none
 * @param reviewRecall share of posts labelled for review that were flagged; 1 when there are none
 * @param flaggedShare share of posts not labelled for review that were flagged; 0 when there are
 *     none
 * @param perKind the counts for each kind of post
 * @param failures posts that were judged otherwise than labelled
 */
public record ClaimEvaluation(
    int posts,
    double precision,
    double recall,
    double reviewRecall,
    double flaggedShare,
    Map<String, Kind> perKind,
    List<Failure> failures) {

  /**
   * Counts for the posts of one kind.
   *
   * @param posts how many
   * @param labelled how many of them repeat a claim
   * @param right how many were matched with the labelled claim
   * @param wrong how many were matched with another claim, or with one where none is labelled
   * @param review how many should be reviewed
   * @param flagged how many were flagged for review
   * @param flaggedRightly how many of those to be reviewed were flagged
   */
  public record Kind(
      int posts, int labelled, int right, int wrong, int review, int flagged, int flaggedRightly) {

    private static final Kind NONE = new Kind(0, 0, 0, 0, 0, 0, 0);

    private Kind plus(Kind other) {
      return new Kind(
          posts + other.posts,
          labelled + other.labelled,
          right + other.right,
          wrong + other.wrong,
          review + other.review,
          flagged + other.flagged,
          flaggedRightly + other.flaggedRightly);
    }

    /**
     * Share of this kind's posts labelled with a claim that were matched with it; 1 when there are
     * none.
     */
    public double recall() {
      return share(right, labelled, 1);
    }

    /** Share of this kind's posts that were flagged. */
    public double flaggedShare() {
      return share(flagged, posts, 0);
    }
  }

  /**
   * A post that was judged otherwise than labelled.
   *
   * @param post the post
   * @param found what was said of it
   */
  public record Failure(LabelledPost post, Misinformation found) {}

  /**
   * Judges all posts of a file.
   *
   * @param claims a folder of claim files, one such file, or a table; see {@link
   *     ClaimRegister#load}
   * @param posts a table; see {@link LabelledPost#read}
   * @throws IOException when a file can't be read
   * @throws IllegalArgumentException when something is wrong in a file; the message names file and
   *     line or key
   */
  public static ClaimEvaluation evaluate(Path claims, Path posts) throws IOException {
    return evaluate(
        new MisinformationAnalyzer(ClaimMatcher.of(ClaimRegister.load(claims).claims())),
        LabelledPost.read(posts));
  }

  /** Judges these posts. */
  public static ClaimEvaluation evaluate(
      MisinformationAnalyzer analyzer, List<LabelledPost> posts) {
    Lemmatizer lemmatizer = new Lemmatizer();
    Map<String, Kind> perKind = new TreeMap<>();
    List<Failure> failures = new ArrayList<>();
    Kind all = Kind.NONE;
    for (LabelledPost post : posts) {
      String text = MarkupRemover.plain(post.text());
      List<Token> tokens = lemmatizer.tokens(text);
      Misinformation found = analyzer.analyze(text, tokens, false);
      Kind one = judge(post, found);
      perKind.merge(post.kind(), one, Kind::plus);
      all = all.plus(one);
      if (one.wrong + one.labelled - one.right > 0 || post.review() != found.review()) {
        failures.add(new Failure(post, found));
      }
    }
    return new ClaimEvaluation(
        all.posts,
        share(all.right, all.right + all.wrong, 1),
        all.recall(),
        share(all.flaggedRightly, all.review, 1),
        share(all.flagged - all.flaggedRightly, all.posts - all.review, 0),
        perKind,
        failures);
  }

  private static Kind judge(LabelledPost post, Misinformation found) {
    boolean right = found.claimId() != null && found.claimId().equals(post.claimId());
    return new Kind(
        1,
        post.claimId() == null ? 0 : 1,
        right ? 1 : 0,
        found.claimId() != null && !right ? 1 : 0,
        post.review() ? 1 : 0,
        found.review() ? 1 : 0,
        post.review() && found.review() ? 1 : 0);
  }

  private static double share(int part, int whole, double otherwise) {
    return whole == 0 ? otherwise : (double) part / whole;
  }

  /** The figures as a table for people. */
  public String table() {
    StringBuilder table =
        new StringBuilder(
            line(
                "posts %d  match precision %.3f  match recall %.3f  review recall %.3f  flagged of the others %.3f",
                posts, precision, recall, reviewRecall, flaggedShare));
    table.append(
        line(
            "  %-24s %6s %8s %6s %6s %7s %8s %8s",
            "kind", "posts", "labelled", "right", "wrong", "recall", "flagged", "share"));
    perKind.forEach(
        (kind, counts) ->
            table.append(
                line(
                    "  %-24s %6d %8d %6d %6d %7s %8d %8.3f",
                    kind,
                    counts.posts,
                    counts.labelled,
                    counts.right,
                    counts.wrong,
                    counts.labelled == 0
                        ? "-"
                        : String.format(Locale.ROOT, "%.3f", counts.recall()),
                    counts.flagged,
                    counts.flaggedShare())));
    return table.toString();
  }

  private static String line(String format, @Nullable Object... values) {
    return String.format(Locale.ROOT, format, values) + System.lineSeparator();
  }
}
