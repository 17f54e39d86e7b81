package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.MarkupRemover;
import org.otklik.models.text.Token;

/**
 * Learns the weights of the matcher and of the signals from labelled posts, and counts words of
 * everyday messages. The outcome is text files that lie among the resources of this package; the
 * same input gives the same files.
 *
 * <p>What the shipped files come from, see {@link TrainMisinformation}.
 */
public final class MisinformationTraining {
  private static final String MATCH_HEAD =
      """
      # Weights of the claim matcher, written by MisinformationTraining.matchWeights from labelled posts (split dev) and everyday
      # messages. score = 1 / (1 + exp(-(bias + sum of weight x feature))). What each feature means: see MatchFeature.
      #   threshold     from this score on a post counts as repeating the claim
      #   suggest-from  from this score on the likeness is a hint to a person (signal resembles-claim), no match
      """;

  private static final String SIGNAL_HEAD =
      """
      # Weights of the signals, written by MisinformationTraining.signalWeights from labelled posts (split dev) and everyday messages.
      # score = 1 / (1 + exp(-(bias + sum of the weights of the signals found))). What each signal means: see SignalCode; by which
      # words it is found: cues.txt. Anger, obscenity, criticism of authorities and sentiment are not here: keep it so.
      #   threshold     from this score on a person should look
      """;

  private static final String FREQUENCY_HEAD =
      """
      # In how many of some 2,600 everyday messages to authorities a word stands: lemma, tab, messages; * = all messages.
      # Written by MisinformationTraining.wordFrequencies: dictionary words of at least three messages, no names.
      """;

  private static final int CANDIDATES = 8;
  private static final int FOLDS = 5;
  private static final int LEAST_MESSAGES = 3;
  private static final double LEAST_COVERAGE = 0.15;
  private static final double EVERYDAY_WEIGHT = 0.05;
  private static final double RIDGE = 0.00005;
  private static final double SUGGESTED = 0.8;
  private static final double LEAST_SIGNAL = 0.3;
  private static final double LIKENESS = 2;
  private static final double LEAST_THRESHOLD = 0.3;
  private static final int STEPS = 8000;

  private final Lemmatizer lemmatizer = new Lemmatizer();
  private final TermReader reader = new TermReader(Words.shared());

  /** A post read once. */
  private record ReadPost(LabelledPost post, TermText text, Cues cues) {}

  /** A comparison with what it should be. */
  private record Pair(int post, String claimId, LogisticTraining.Example example) {}

  private ReadPost read(LabelledPost post) {
    String text = MarkupRemover.plain(post.text());
    List<Token> tokens = lemmatizer.tokens(text);
    return new ReadPost(post, reader.read(text, tokens), CuePatterns.shared().find(text, tokens));
  }

  /**
   * Counts in how many messages each dictionary word stands; words of fewer than three messages are
   * left out, and so are words that the dictionary knows only as names, or not at all: no person
   * can be read from the file.
   */
  public String wordFrequencies(List<String> messages) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String message : messages) {
      Set<String> seen = new HashSet<>();
      for (Token token : lemmatizer.tokens(MarkupRemover.plain(message))) {
        if (lemmatizer.isCommonWord(token.surface()) && seen.add(token.lemma())) {
          counts.merge(token.lemma(), 1, Integer::sum);
        }
      }
    }
    StringBuilder lines = new StringBuilder(FREQUENCY_HEAD + "*\t" + messages.size() + "\n");
    counts.forEach(
        (lemma, count) -> {
          if (count >= LEAST_MESSAGES) {
            lines.append(lemma).append('\t').append(count).append('\n');
          }
        });
    return lines.toString();
  }

  /**
   * The weights of the matcher.
   *
   * @param claims the claims that the posts are compared with
   * @param posts labelled posts
   * @param everyday messages that repeat no claim
   * @param precision the precision that the threshold is set for, on claims left out of training
   */
  public String matchWeights(
      List<Claim> claims, List<LabelledPost> posts, List<String> everyday, double precision) {
    ClaimMatcher matcher = ClaimMatcher.of(claims);
    List<ReadPost> all = new ArrayList<>();
    posts.forEach(post -> all.add(read(post)));
    for (String message : everyday) {
      all.add(read(new LabelledPost("", message, null, "everyday", false, "")));
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      addPairs(matcher, all.get(i), i, pairs);
    }
    int[] signs = new int[MatchFeature.values().length];
    for (MatchFeature feature : MatchFeature.values()) {
      signs[feature.ordinal()] = feature.sign();
    }
    List<String> ids = claims.stream().map(Claim::id).toList();
    IntUnaryOperator foldOf =
        i -> {
          String claimId = all.get(i).post.claimId();
          return (claimId == null ? i : ids.indexOf(claimId)) % FOLDS;
        };
    double[] scores = new double[pairs.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      double[] weights =
          train(
              pairs.stream().filter(pair -> foldOf.applyAsInt(pair.post) != left).toList(), signs);
      for (int i = 0; i < scores.length; i++) {
        if (foldOf.applyAsInt(pairs.get(i).post) == fold) {
          scores[i] = score(weights, pairs.get(i).example.features());
        }
      }
    }
    List<Best> falling = bests(all, pairs, scores);
    double threshold = threshold(falling, precision);
    long labelled = posts.stream().filter(post -> post.claimId() != null).count();
    return MATCH_HEAD
        + crossValidated(falling, labelled)
        + file(
            MatchFeature.keys(),
            train(pairs, signs),
            Map.of("threshold", threshold, "suggest-from", SUGGESTED * threshold));
  }

  /**
   * Of the wordings of one claim only the one that is covered best makes an example, as in matching
   * only the best one counts.
   */
  private void addPairs(ClaimMatcher matcher, ReadPost post, int index, List<Pair> pairs) {
    boolean everyday = post.post.kind().equals("everyday");
    Map<String, Comparison> bests = new TreeMap<>();
    for (Comparison comparison : matcher.compare(post.text, PostManner.of(post.cues), CANDIDATES)) {
      bests.merge(
          comparison.wording().entry().claim().id(),
          comparison,
          (one, other) ->
              one.feature(MatchFeature.COVERAGE) >= other.feature(MatchFeature.COVERAGE)
                  ? one
                  : other);
    }
    bests.forEach(
        (claimId, comparison) -> {
          if (comparison.feature(MatchFeature.COVERAGE) >= LEAST_COVERAGE
              && !comparison.isDenied()) {
            pairs.add(
                new Pair(
                    index,
                    claimId,
                    new LogisticTraining.Example(
                        comparison.features(),
                        claimId.equals(post.post.claimId()),
                        everyday ? EVERYDAY_WEIGHT : 1)));
          }
        });
  }

  private static double[] train(List<Pair> pairs, int[] signs) {
    return new LogisticTraining(RIDGE, STEPS)
        .train(pairs.stream().map(Pair::example).toList(), signs);
  }

  private static double score(double[] weights, double[] features) {
    double logit = weights[features.length];
    for (int i = 0; i < features.length; i++) {
      logit += weights[i] * features[i];
    }
    return LogisticModel.probability(logit);
  }

  /** The best candidate of a post. */
  private record Best(double score, boolean right) {}

  private static List<Best> bests(List<ReadPost> posts, List<Pair> pairs, double[] scores) {
    Map<Integer, Best> bests = new TreeMap<>();
    for (int i = 0; i < scores.length; i++) {
      Pair pair = pairs.get(i);
      Best known = bests.get(pair.post);
      if (known == null || scores[i] > known.score) {
        bests.put(
            pair.post,
            new Best(scores[i], pair.claimId.equals(posts.get(pair.post).post.claimId())));
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
  private static String crossValidated(List<Best> falling, long labelled) {
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

  /**
   * The weights of the signals.
   *
   * @param posts labelled posts
   * @param everyday messages that nobody need review
   * @param flagged the share of everyday messages that may be flagged
   */
  public String signalWeights(List<LabelledPost> posts, List<String> everyday, double flagged) {
    MisinformationSignals signals = new MisinformationSignals();
    SignalCode[] codes = SignalCode.values();
    List<LogisticTraining.Example> examples = new ArrayList<>();
    List<double[]> everydayFeatures = new ArrayList<>();
    for (LabelledPost post : posts) {
      boolean mere = post.claimId() != null && !post.kind().equals("forwarded");
      examples.add(
          new LogisticTraining.Example(
              features(signals, read(post), codes), post.review(), mere ? 0.3 : 1));
    }
    for (String message : everyday) {
      double[] features =
          features(
              signals, read(new LabelledPost("", message, null, "everyday", false, "")), codes);
      everydayFeatures.add(features);
      examples.add(new LogisticTraining.Example(features, false, 0.2));
    }
    int[] signs = new int[codes.length];
    for (SignalCode code : codes) {
      signs[code.ordinal()] =
          switch (code) {
            case OWN_REPORT, SERVICE_NOTICE, QUOTED_REFUTATION, SATIRE -> -1;
            default -> +1;
          };
    }
    double[] weights = new LogisticTraining(RIDGE, STEPS).train(examples, signs);
    for (SignalCode code : codes) {
      if (signs[code.ordinal()] > 0) {
        weights[code.ordinal()] = Math.max(LEAST_SIGNAL, weights[code.ordinal()]);
      }
    }
    // The training has no register and no answers: a likeness to a claim, and a statement that an
    // answer denies, are set to lead to review unless something lowers it
    weights[SignalCode.RESEMBLES_CLAIM.ordinal()] = LIKENESS;
    weights[SignalCode.CONTRADICTS_ANSWER.ordinal()] = LIKENESS;
    double[] falling =
        everydayFeatures.stream().mapToDouble(f -> -score(weights, f)).sorted().toArray();
    double threshold =
        falling.length == 0 ? 0.5 : -falling[(int) Math.floor(flagged * falling.length)] + 1e-4;
    return SIGNAL_HEAD
        + file(
            Arrays.stream(codes).map(SignalCode::code).toList(),
            weights,
            Map.of("threshold", Math.max(LEAST_THRESHOLD, threshold)));
  }

  private static double[] features(
      MisinformationSignals signals, ReadPost post, SignalCode[] codes) {
    double[] features = new double[codes.length];
    for (Signal signal : signals.find(post.text, post.cues, post.post.kind().equals("forwarded"))) {
      SignalCode.of(signal.code()).ifPresent(code -> features[code.ordinal()] = 1);
    }
    return features;
  }

  private static String file(List<String> names, double[] weights, Map<String, Double> further) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      lines.append(line(names.get(i), weights[i]));
    }
    lines.append(line("bias", weights[names.size()]));
    new TreeMap<>(further).forEach((name, value) -> lines.append(line(name, value)));
    return lines.toString();
  }

  private static String line(String name, double value) {
    return String.format(Locale.ROOT, "%s = %.4f%n", name, value);
  }
}
