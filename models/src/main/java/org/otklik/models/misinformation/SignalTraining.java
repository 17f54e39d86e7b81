package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Learns the weights of the signals: the file of {@link MisinformationSignals}. The same posts give
 * the same file.
 */
final class SignalTraining {
  private static final String HEAD =
      """
      # Weights of the signals, written by TrainMisinformation from labelled posts (without split test) and everyday messages.
      # score = 1 / (1 + exp(-(bias + sum of the weights of the signals found))). What each signal means: see SignalCode; by which
      # words it is found: cues.txt. Anger, obscenity, criticism of authorities and sentiment are not here: keep it so.
      #   threshold     from this score on a person should look
      """;

  private static final double RIDGE = 0.00005;
  private static final int STEPS = 8000;
  private static final double LEAST_SIGNAL = 0.3;
  private static final double LIKENESS = 2;
  private static final double LEAST_THRESHOLD = 0.6;
  private static final double MATCHED_WEIGHT = 0.3;
  private static final double EVERYDAY_WEIGHT = 0.2;
  private static final SignalCode[] CODES = SignalCode.values();

  private final MisinformationSignals signals =
      new MisinformationSignals(new TellingModel(Map.of()));
  private final List<LogisticTraining.Example> examples = new ArrayList<>();
  private final List<double[]> everyday = new ArrayList<>();

  SignalTraining(List<TrainingPosts.Item> items) {
    for (TrainingPosts.Item item : items) {
      double[] features = features(item);
      if (item.everyday()) {
        everyday.add(features);
      }
      examples.add(new LogisticTraining.Example(features, item.post().review(), weight(item)));
    }
  }

  /** Who repeats a claim is found by the matcher: the signals need not say so. */
  private static double weight(TrainingPosts.Item item) {
    if (item.everyday()) {
      return EVERYDAY_WEIGHT;
    }
    boolean mere = item.post().claimId() != null && !isForwarded(item);
    return mere ? MATCHED_WEIGHT : 1;
  }

  private static boolean isForwarded(TrainingPosts.Item item) {
    return item.post().kind().equals("forwarded");
  }

  private double[] features(TrainingPosts.Item item) {
    double[] features = new double[CODES.length];
    for (Signal signal : signals.find(item.read(), isForwarded(item))) {
      SignalCode.of(signal.code()).ifPresent(code -> features[code.ordinal()] = 1);
    }
    return features;
  }

  /**
   * The file of {@link MisinformationSignals}.
   *
   * @param flagged the share of everyday messages that may be flagged
   */
  String weights(double flagged) {
    int[] signs = new int[CODES.length];
    for (SignalCode code : CODES) {
      signs[code.ordinal()] = code.lowers() ? -1 : +1;
    }
    double[] weights = new LogisticTraining(RIDGE, STEPS).train(examples, signs);
    for (SignalCode code : CODES) {
      if (!code.lowers()) {
        weights[code.ordinal()] = Math.max(LEAST_SIGNAL, weights[code.ordinal()]);
      }
    }
    // The training has no register and no answers: a likeness to a claim, and a statement that an
    // answer denies, are set to lead to review unless something lowers it
    weights[SignalCode.RESEMBLES_CLAIM.ordinal()] = LIKENESS;
    weights[SignalCode.CONTRADICTS_ANSWER.ordinal()] = LIKENESS;
    double[] rising = everyday.stream().mapToDouble(one -> -score(weights, one)).sorted().toArray();
    double threshold =
        rising.length == 0 ? 0.5 : -rising[(int) Math.floor(flagged * rising.length)] + 1e-4;
    return HEAD + file(weights, Math.max(LEAST_THRESHOLD, threshold));
  }

  private static double score(double[] weights, double[] features) {
    double logit = weights[features.length];
    for (int i = 0; i < features.length; i++) {
      logit += weights[i] * features[i];
    }
    return LogisticModel.probability(logit);
  }

  private static String file(double[] weights, double threshold) {
    StringBuilder lines = new StringBuilder();
    for (SignalCode code : CODES) {
      lines.append(line(code.code(), weights[code.ordinal()]));
    }
    return lines
        .append(line("bias", weights[CODES.length]))
        .append(line("threshold", threshold))
        .toString();
  }

  private static String line(String name, double value) {
    return String.format(Locale.ROOT, "%s = %.4f%n", name, value);
  }
}
