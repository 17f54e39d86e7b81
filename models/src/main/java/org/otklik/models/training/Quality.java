package org.otklik.models.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * How well a model does on texts it has not seen.
 *
 * @param texts how many texts were judged
 * @param accuracy share of texts whose best label is the right one
 * @param top3 share of texts whose right label is among the best three
 * @param macroF1 mean F1 over labels with at least {@link #TEXTS_TO_COUNT} texts
 * @param weightedF1 mean F1 over all labels, weighted by their texts
 * @param calibrationError mean distance between stated probability and share of right answers, in
 *     ten bins weighted by their texts
 * @param labels per label: its texts, precision, recall, F1
 * @param confusions the most frequent mistakes first
 * @param calibration per bin of stated probability
 * @param coverage precision when only the surest share of texts is answered
 */
public record Quality(
    int texts,
    Interval accuracy,
    Interval top3,
    Interval macroF1,
    Interval weightedF1,
    double calibrationError,
    List<LabelQuality> labels,
    List<Confusion> confusions,
    List<CalibrationBin> calibration,
    List<Coverage> coverage) {
  /** Labels with fewer texts say nothing about F1. */
  public static final int TEXTS_TO_COUNT = 10;

  private static final int RESAMPLES = 1000;
  private static final int BINS = 10;
  private static final int COVERAGE_STEP = 5;

  /**
   * A figure with its 95 % interval by bootstrap over texts.
   *
   * @param value the figure itself
   * @param low 2.5th percentile
   * @param high 97.5th percentile
   */
  public record Interval(double value, double low, double high) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
    }
  }

  /**
   * One label.
   *
   * @param label its id
   * @param texts texts that people gave it
   */
  public record LabelQuality(String label, int texts, double precision, double recall, double f1) {}

  /**
   * A mistake.
   *
   * @param truth the label people gave
   * @param guess the label the model gave
   * @param texts how often
   */
  public record Confusion(String truth, String guess, int texts) {}

  /**
   * Texts whose stated probability lies in one bin.
   *
   * @param stated mean stated probability
   * @param right share of right answers
   */
  public record CalibrationBin(int texts, double stated, double right) {}

  /**
   * The surest share of texts.
   *
   * @param share share of texts that are answered
   * @param precision share of them that is right
   * @param threshold probability of the least sure of them
   */
  public record Coverage(double share, double precision, double threshold) {}

  static Quality of(List<Judged> judged, long seed) {
    double[] plain = figures(judged);
    double[][] resampled = new double[plain.length][RESAMPLES];
    Random random = new Random(seed);
    for (int i = 0; i < RESAMPLES; i++) {
      List<Judged> sample = new ArrayList<>(judged.size());
      for (int text = 0; text < judged.size(); text++) {
        sample.add(judged.get(random.nextInt(judged.size())));
      }
      double[] figures = figures(sample);
      for (int figure = 0; figure < figures.length; figure++) {
        resampled[figure][i] = figures[figure];
      }
    }
    Interval[] intervals = new Interval[plain.length];
    for (int figure = 0; figure < plain.length; figure++) {
      double[] sorted = resampled[figure];
      java.util.Arrays.sort(sorted);
      intervals[figure] =
          new Interval(
              plain[figure], sorted[(int) (RESAMPLES * 0.025)], sorted[(int) (RESAMPLES * 0.975)]);
    }
    List<CalibrationBin> bins = calibration(judged);
    return new Quality(
        judged.size(),
        intervals[0],
        intervals[1],
        intervals[2],
        intervals[3],
        bins.stream().mapToDouble(bin -> bin.texts * Math.abs(bin.stated - bin.right)).sum()
            / judged.size(),
        labels(judged),
        confusions(judged),
        bins,
        coverage(judged));
  }

  private static double[] figures(List<Judged> judged) {
    int right = 0;
    int amongThree = 0;
    for (Judged text : judged) {
      right += text.right() ? 1 : 0;
      amongThree +=
          text.guesses().stream().limit(3).anyMatch(guess -> guess.label().equals(text.truth()))
              ? 1
              : 0;
    }
    double macro = 0;
    int counted = 0;
    double weighted = 0;
    for (LabelQuality label : labels(judged)) {
      weighted += label.f1 * label.texts;
      if (label.texts >= TEXTS_TO_COUNT) {
        macro += label.f1;
        counted++;
      }
    }
    double texts = judged.size();
    return new double[] {
      right / texts, amongThree / texts, counted == 0 ? 0 : macro / counted, weighted / texts
    };
  }

  private static List<LabelQuality> labels(List<Judged> judged) {
    Map<String, int[]> counts = new TreeMap<>(); // texts, guessed, both
    for (Judged text : judged) {
      counts.computeIfAbsent(text.truth(), unused -> new int[3])[0]++;
      counts.computeIfAbsent(text.best().label(), unused -> new int[3])[1]++;
      if (text.right()) {
        counts.computeIfAbsent(text.truth(), unused -> new int[3])[2]++;
      }
    }
    List<LabelQuality> labels = new ArrayList<>();
    counts.forEach(
        (label, c) ->
            labels.add(
                new LabelQuality(
                    label,
                    c[0],
                    c[1] == 0 ? 0 : (double) c[2] / c[1],
                    c[0] == 0 ? 0 : (double) c[2] / c[0],
                    2.0 * c[2] / (c[0] + c[1]))));
    labels.removeIf(label -> label.texts == 0);
    return labels;
  }

  private static List<Confusion> confusions(List<Judged> judged) {
    Map<String, Confusion> confusions = new TreeMap<>();
    for (Judged text : judged) {
      if (!text.right()) {
        confusions.merge(
            text.truth() + "\t" + text.best().label(),
            new Confusion(text.truth(), text.best().label(), 1),
            (a, b) -> new Confusion(a.truth, a.guess, a.texts + b.texts));
      }
    }
    return confusions.values().stream()
        .sorted(Comparator.comparingInt(Confusion::texts).reversed())
        .toList();
  }

  private static List<CalibrationBin> calibration(List<Judged> judged) {
    int[] texts = new int[BINS];
    double[] stated = new double[BINS];
    int[] right = new int[BINS];
    for (Judged text : judged) {
      int bin = Math.min(BINS - 1, (int) (text.best().score() * BINS));
      texts[bin]++;
      stated[bin] += text.best().score();
      right[bin] += text.right() ? 1 : 0;
    }
    List<CalibrationBin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (texts[bin] > 0) {
        bins.add(
            new CalibrationBin(
                texts[bin], stated[bin] / texts[bin], (double) right[bin] / texts[bin]));
      }
    }
    return bins;
  }

  private static List<Coverage> coverage(List<Judged> judged) {
    List<Judged> surest = new ArrayList<>(judged);
    surest.sort(Comparator.comparingDouble((Judged text) -> text.best().score()).reversed());
    List<Coverage> coverage = new ArrayList<>();
    for (int percent = COVERAGE_STEP; percent <= 100; percent += COVERAGE_STEP) {
      int answered = Math.max(1, surest.size() * percent / 100);
      long right = surest.subList(0, answered).stream().filter(Judged::right).count();
      coverage.add(
          new Coverage(
              percent / 100.0, (double) right / answered, surest.get(answered - 1).best().score()));
    }
    return coverage;
  }

  @Override
  public String toString() {
    return QualityReport.markdown(this);
  }
}
