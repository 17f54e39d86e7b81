package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.MarkupRemover;

/**
 * Labelled posts and everyday messages to learn from, in five folds: posts that repeat the same
 * claim are in the same fold. How they are told ({@link TellingModel}) is learned first; what
 * matcher and signals then see of a post's telling comes from a model that has not learned from the
 * post, as it will be later.
 */
final class TrainingPosts {
  static final int FOLDS = 5;

  private static final String TELLING_HEAD =
      """
      # Weights of TellingModel, written by TrainMisinformation from labelled posts and everyday messages: how a text is told, whatever
      # it is about. One line per mark (see TellingMarks; * is what every text starts with), one column per way (see Telling):
      #""";

  private static final double EVERYDAY_WEIGHT = 0.15;
  private static final String EVERYDAY = "everyday";
  private static final TellingModel UNTOLD = new TellingModel(Map.of());
  private static final MatchModel UNTRAINED = new MatchModel(new BoostedTrees(0, List.of()), 1, 1);

  private final Lemmatizer lemmatizer = new Lemmatizer();
  private final List<Item> items = new ArrayList<>();

  /**
   * A post to learn from.
   *
   * @param post the post and its labels
   * @param matcher finds the claims that it is compared with; it does not judge
   * @param fold the fold that it is in, 0 to {@link #FOLDS} − 1
   * @param read the post as it reads
   */
  record Item(LabelledPost post, ClaimMatcher matcher, int fold, ReadPost read) {
    /** True for messages that nobody chose: they repeat no claim and need no review. */
    boolean everyday() {
      return post.kind().equals(EVERYDAY);
    }
  }

  /** Adds labelled posts, and the register that they are compared with. */
  void add(List<Claim> claims, List<LabelledPost> posts) {
    ClaimMatcher matcher = ClaimMatcher.of(claims, UNTRAINED);
    List<String> ids = claims.stream().map(Claim::id).toList();
    for (LabelledPost post : posts) {
      int fold = (post.claimId() == null ? items.size() : ids.indexOf(post.claimId())) % FOLDS;
      String text = MarkupRemover.plain(post.text());
      items.add(new Item(post, matcher, fold, ReadPost.of(text, lemmatizer.tokens(text), UNTOLD)));
    }
  }

  /** Adds messages that repeat no claim. */
  void addEveryday(List<Claim> claims, List<String> messages) {
    add(
        claims,
        messages.stream()
            .map(message -> new LabelledPost("", message, null, EVERYDAY, false, ""))
            .toList());
  }

  /** All posts, told as a model says that has not learned from their fold. */
  List<Item> told() {
    TellingModel[] withoutFold = new TellingModel[FOLDS];
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      withoutFold[fold] =
          new TellingModel(
              TellingTraining.train(
                  examples(items.stream().filter(item -> item.fold != left).toList())));
    }
    return items.stream().map(item -> told(item, withoutFold[item.fold])).toList();
  }

  private Item told(Item item, TellingModel telling) {
    double[] probabilities =
        telling.probabilities(item.read.terms().text(), item.read.tokens(), item.read.cues());
    return new Item(item.post, item.matcher, item.fold, item.read.told(probabilities));
  }

  private List<TellingTraining.Example> examples(List<Item> chosen) {
    List<TellingTraining.Example> examples = new ArrayList<>();
    for (Item item : chosen) {
      examples.add(
          new TellingTraining.Example(
              TellingMarks.of(item.read.terms().text(), item.read.tokens(), item.read.cues()),
              Telling.ofKind(item.post.kind()),
              item.everyday() ? EVERYDAY_WEIGHT : 1));
    }
    return examples;
  }

  /** The file of {@link TellingModel}, learned from all posts. */
  String tellingWeights() {
    StringBuilder lines = new StringBuilder(TELLING_HEAD);
    Telling.keys().forEach(way -> lines.append('\t').append(way));
    lines.append('\n');
    TellingTraining.train(examples(items))
        .forEach(
            (mark, row) -> {
              lines.append(mark);
              for (double weight : row) {
                lines.append(String.format(Locale.ROOT, "\t%.4f", weight));
              }
              lines.append('\n');
            });
    return lines.toString();
  }
}
