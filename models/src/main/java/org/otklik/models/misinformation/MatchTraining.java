package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.MarkupRemover;

/**
 * Learns how texts are told ({@link TellingModel}) and when a post repeats a claim ({@link
 * MatchModel}), from labelled posts and everyday messages. The matcher learns from what the telling
 * model says of posts that it has not learned from, as it will meet it later; the thresholds are
 * set on claims that neither has learned from (five folds by claim).
 *
 * <p>The outcome is two text files that lie among the resources of this package; the same input
 * gives the same files.
 */
final class MatchTraining {
  private static final String TELLING_HEAD =
      """
      # Weights of TellingModel, written by TrainMisinformation from labelled posts and everyday messages: how a text is told, whatever
      # it is about. One line per mark (see TellingMarks; * is what every text starts with), one column per way (see Telling):
      #""";

  private static final String MATCH_HEAD =
      """
      # The matcher's trees, written by TrainMisinformation from labelled posts and everyday messages. What each feature means: see
      # MatchFeature; how a tree is read: see BoostedTrees. score = 1 / (1 + exp(-(base + sum of the trees)))
      #   threshold     from this score on a post counts as repeating the claim
      #   suggest-from  from this score on the likeness is a hint to a person (signal resembles-claim), no match
      """;

  private static final int FOLDS = 5;
  private static final double EVERYDAY_IN_TELLING = 0.15;
  private static final double EVERYDAY_IN_MATCHING = 0.05;
  private static final double SUGGESTED = 0.8;
  private static final int LEAST_SHARED = 2;
  private static final String EVERYDAY = "everyday";
  private static final BoostedTreesTraining.Settings TREES =
      new BoostedTreesTraining.Settings(250, 4, 0.06, 5, 30);

  private static final TellingModel UNTOLD = new TellingModel(Map.of());
  private static final MatchModel UNTRAINED = new MatchModel(new BoostedTrees(0, List.of()), 1, 1);

  private final Lemmatizer lemmatizer = new Lemmatizer();
  private final List<Item> items = new ArrayList<>();

  /** A post with what it is compared with, the fold it is left out with, and how it reads. */
  private record Item(LabelledPost post, ClaimMatcher matcher, int fold, ReadPost read) {
    boolean everyday() {
      return post.kind().equals(EVERYDAY);
    }
  }

  /** A comparison with what it should be. */
  private record Pair(
      int item, @Nullable String claimId, int shared, LogisticTraining.Example example) {}

  /** Posts, and the register that they are compared with. */
  void add(List<Claim> claims, List<LabelledPost> posts) {
    ClaimMatcher matcher = ClaimMatcher.of(claims, UNTRAINED);
    List<String> ids = claims.stream().map(Claim::id).toList();
    for (LabelledPost post : posts) {
      int fold = post.claimId() == null ? items.size() : ids.indexOf(post.claimId());
      String text = MarkupRemover.plain(post.text());
      items.add(
          new Item(
              post, matcher, fold % FOLDS, ReadPost.of(text, lemmatizer.tokens(text), UNTOLD)));
    }
  }

  /** Messages that repeat no claim. */
  void addEveryday(List<Claim> claims, List<String> messages) {
    add(
        claims,
        messages.stream()
            .map(message -> new LabelledPost("", message, null, EVERYDAY, false, ""))
            .toList());
  }

  /** The file of {@link TellingModel}. */
  String tellingWeights() {
    Map<String, double[]> weights = TellingTraining.train(tellings(-1));
    StringBuilder lines = new StringBuilder(TELLING_HEAD);
    Telling.keys().forEach(way -> lines.append('\t').append(way));
    lines.append('\n');
    weights.forEach(
        (mark, row) -> {
          lines.append(mark);
          for (double weight : row) {
            lines.append(String.format(Locale.ROOT, "\t%.4f", weight));
          }
          lines.append('\n');
        });
    return lines.toString();
  }

  /** What the telling model learns from without a fold; −1: from everything. */
  private List<TellingTraining.Example> tellings(int without) {
    return items.stream()
        .filter(item -> item.fold != without)
        .map(
            item ->
                new TellingTraining.Example(
                    marks(item),
                    Telling.ofKind(item.post.kind()),
                    item.everyday() ? EVERYDAY_IN_TELLING : 1))
        .toList();
  }

  private Map<String, Double> marks(Item item) {
    String text = item.read.terms().text();
    return TellingMarks.of(text, lemmatizer.tokens(text), item.read.cues());
  }

  /**
   * The file of {@link MatchModel}.
   *
   * @param precision the precision that the threshold is set for, on claims left out of training,
   *     over the labelled posts
   */
  String matchTrees(double precision) {
    List<Pair> pairs = pairs();
    double[] scores = new double[pairs.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      BoostedTrees trees =
          train(pairs.stream().filter(pair -> items.get(pair.item).fold != left).toList());
      for (int i = 0; i < scores.length; i++) {
        if (items.get(pairs.get(i).item).fold == fold) {
          scores[i] = LogisticModel.probability(trees.logit(pairs.get(i).example.features()));
        }
      }
    }
    List<Best> falling = bests(pairs, scores);
    double threshold = threshold(falling, precision);
    long labelled = items.stream().filter(item -> item.post.claimId() != null).count();
    MatchModel model = new MatchModel(train(pairs), threshold, SUGGESTED * threshold);
    return MATCH_HEAD + leftOut(falling, labelled) + String.join("\n", model.lines()) + "\n";
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      TellingModel telling = new TellingModel(TellingTraining.train(tellings(fold)));
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).fold == fold) {
          addPairs(i, telling, pairs);
        }
      }
    }
    return pairs;
  }

  private void addPairs(int index, TellingModel telling, List<Pair> pairs) {
    Item item = items.get(index);
    String text = item.read.terms().text();
    ReadPost read =
        item.read.told(telling.probabilities(text, lemmatizer.tokens(text), item.read.cues()));
    for (Comparison comparison : item.matcher.compare(read)) {
      String claimId = comparison.wording().entry().claim().id();
      pairs.add(
          new Pair(
              index,
              claimId,
              comparison.sharedTerms(),
              new LogisticTraining.Example(
                  comparison.features(),
                  claimId.equals(item.post.claimId()),
                  item.everyday() ? EVERYDAY_IN_MATCHING : 1)));
    }
  }

  private static BoostedTrees train(List<Pair> pairs) {
    return new BoostedTreesTraining(TREES).train(pairs.stream().map(Pair::example).toList());
  }

  /** The best candidate of a post. */
  private record Best(double score, boolean right) {}

  private List<Best> bests(List<Pair> pairs, double[] scores) {
    Map<Integer, Best> bests = new TreeMap<>();
    for (int i = 0; i < scores.length; i++) {
      Pair pair = pairs.get(i);
      Best known = bests.get(pair.item);
      boolean counts = pair.shared >= LEAST_SHARED && !items.get(pair.item).everyday();
      if (counts && (known == null || scores[i] > known.score)) {
        bests.put(pair.item, new Best(scores[i], pair.example.positive()));
      }
    }
    return bests.values().stream()
        .sorted(Comparator.comparingDouble(Best::score).reversed())
        .toList();
  }

  /** The lowest threshold from which on the best candidates are right often enough. */
  private static double threshold(List<Best> falling, double precision) {
    double threshold = 0.99;
    int right = 0;
    for (int i = 0; i < falling.size(); i++) {
      right += falling.get(i).right ? 1 : 0;
      if (right >= precision * (i + 1)) {
        threshold = falling.get(i).score;
      }
    }
    return threshold;
  }

  /** Comment lines that say what thresholds give on claims left out of training. */
  private static String leftOut(List<Best> falling, long labelled) {
    StringBuilder lines = new StringBuilder("# On claims left out of training, five-fold:\n");
    for (double threshold = 0.3; threshold < 0.95; threshold += 0.1) {
      double lowest = threshold;
      long found = falling.stream().filter(best -> best.score >= lowest).count();
      long right = falling.stream().filter(best -> best.score >= lowest && best.right).count();
      lines.append(
          String.format(
              Locale.ROOT,
              "#   threshold %.1f: precision %.3f, recall %.3f%n",
              threshold,
              found == 0 ? 1.0 : (double) right / found,
              (double) right / labelled));
    }
    return lines.toString();
  }
}
