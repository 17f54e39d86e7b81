package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.MarkupRemover;
import org.otklik.models.text.Token;

/**
 * Learns the weights of the signals from labelled posts, and counts words of everyday messages. The
 * outcome is text files that lie among the resources of this package; the same input gives the same
 * files.
 *
 * <p>What the shipped files come from, see {@link TrainMisinformation}.
 */
public final class MisinformationTraining {
  private static final String SIGNAL_HEAD =
      """
      # Weights of the signals, written by MisinformationTraining.signalWeights from labelled posts (without split test) and everyday messages.
      # score = 1 / (1 + exp(-(bias + sum of the weights of the signals found))). What each signal means: see SignalCode; by which
      # words it is found: cues.txt. Anger, obscenity, criticism of authorities and sentiment are not here: keep it so.
      #   threshold     from this score on a person should look
      """;

  private static final String FREQUENCY_HEAD =
      """
      # In how many of some 2,600 everyday messages to authorities a word stands: lemma, tab, messages; * = all messages.
      # Written by MisinformationTraining.wordFrequencies: dictionary words of at least three messages, no names.
      """;

  private static final int LEAST_MESSAGES = 3;
  private static final double RIDGE = 0.00005;
  private static final double LEAST_SIGNAL = 0.3;
  private static final double LIKENESS = 2;
  private static final double LEAST_THRESHOLD = 0.3;
  private static final int STEPS = 8000;

  private final Lemmatizer lemmatizer = new Lemmatizer();

  private ReadPost read(LabelledPost post) {
    String text = MarkupRemover.plain(post.text());
    return ReadPost.of(text, lemmatizer.tokens(text), new TellingModel(Map.of()));
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
              features(signals, post, codes), post.review(), mere ? 0.3 : 1));
    }
    for (String message : everyday) {
      double[] features =
          features(signals, new LabelledPost("", message, null, "everyday", false, ""), codes);
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

  private static double score(double[] weights, double[] features) {
    double logit = weights[features.length];
    for (int i = 0; i < features.length; i++) {
      logit += weights[i] * features[i];
    }
    return LogisticModel.probability(logit);
  }

  private double[] features(MisinformationSignals signals, LabelledPost post, SignalCode[] codes) {
    double[] features = new double[codes.length];
    for (Signal signal : signals.find(read(post), post.kind().equals("forwarded"))) {
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
