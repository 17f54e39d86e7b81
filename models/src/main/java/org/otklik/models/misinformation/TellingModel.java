package org.otklik.models.misinformation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.models.text.Token;

/**
 * How likely a text is told in each of the ways of {@link Telling}: a linear model over {@link
 * TellingMarks}. Its weights can be read ({@code telling-weights.tsv}): one line per mark, one
 * column per way. Safe for use by several threads.
 */
final class TellingModel {
  static final String WEIGHTS = "telling-weights.tsv";
  static final String BIAS = "*";
  private static final int WAYS = Telling.values().length;
  private static final int REMEMBERED = 200_000;

  private final Map<String, Integer> rowOf = new HashMap<>();
  private final double[][] weights;
  private final boolean[] isTelling;
  private final double[] bias;
  private final Map<String, int[]> remembered = new ConcurrentHashMap<>();

  private static final class Shared {
    static final TellingModel INSTANCE = parse(ResourceLines.of(WEIGHTS));
  }

  static TellingModel shared() {
    return Shared.INSTANCE;
  }

  /**
   * @param weights the weights of each mark in the order of {@link Telling}, and those of {@link
   *     #BIAS}
   */
  TellingModel(Map<String, double[]> weights) {
    this.weights = new double[weights.size()][];
    this.isTelling = new boolean[weights.size()];
    double[] found = new double[WAYS];
    for (Map.Entry<String, double[]> line : weights.entrySet()) {
      if (line.getKey().equals(BIAS)) {
        found = line.getValue();
      } else {
        this.weights[rowOf.size()] = line.getValue();
        isTelling[rowOf.size()] = TellingMarks.canBeEvidence(line.getKey());
        rowOf.put(line.getKey(), rowOf.size());
      }
    }
    this.bias = found;
  }

  /**
   * @throws IllegalStateException when a line has another form
   */
  static TellingModel parse(List<String> lines) {
    Map<String, double[]> weights = new HashMap<>();
    for (String line : lines) {
      String[] fields = line.split("\t");
      try {
        weights.put(
            fields[0],
            Arrays.stream(fields).skip(1).limit(WAYS).mapToDouble(Double::parseDouble).toArray());
      } catch (NumberFormatException e) {
        throw new IllegalStateException(WEIGHTS + ": can't read the line «" + line + "»", e);
      }
      if (fields.length != WAYS + 1) {
        throw new IllegalStateException(
            WEIGHTS + ": not " + WAYS + " weights in the line «" + line + "»");
      }
    }
    return new TellingModel(weights);
  }

  /** The probabilities in the order of {@link Telling}; they add up to 1. */
  double[] probabilities(String text, List<Token> tokens, Cues cues) {
    double[] sums = bias.clone();
    int[] counts = new int[weights.length];
    for (Token token : tokens) {
      for (int row : rows(token)) {
        counts[row]++;
      }
    }
    for (Token token : tokens) {
      for (int row : rows(token)) {
        if (counts[row] > 0) {
          add(sums, row, TellingMarks.strength(counts[row]));
          counts[row] = 0;
        }
      }
    }
    TellingMarks.ofText(text, cues)
        .forEach(
            (mark, strength) -> {
              Integer row = rowOf.get(mark);
              if (row != null) {
                add(sums, row, strength);
              }
            });
    return normalized(sums);
  }

  /**
   * The verbs, pronouns and small words of a text that speak most for a way, at most so many, as
   * they stand. That a word is some noun says little to a reader, so nouns are left out.
   */
  List<String> evidence(String text, List<Token> tokens, Telling way, int most) {
    Map<String, Double> strengths = new LinkedHashMap<>();
    for (Token token : tokens) {
      double strength = 0;
      for (int row : rows(token)) {
        strength += isTelling[row] ? weights[row][way.ordinal()] : 0;
      }
      if (strength > 0) {
        strengths.put(text.substring(token.start(), token.end()), strength);
      }
    }
    return strengths.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void add(double[] sums, int row, double strength) {
    for (int way = 0; way < WAYS; way++) {
      sums[way] += weights[row][way] * strength;
    }
  }

  /** The softmax function, in place. */
  static double[] normalized(double[] sums) {
    double most = Arrays.stream(sums).max().orElse(0);
    double all = 0;
    for (int way = 0; way < sums.length; way++) {
      sums[way] = Math.exp(sums[way] - most);
      all += sums[way];
    }
    for (int way = 0; way < sums.length; way++) {
      sums[way] /= all;
    }
    return sums;
  }

  /** The rows of a word's marks. A word as it stands has one dictionary form, so it is the key. */
  private int[] rows(Token token) {
    int[] known = remembered.get(token.surface());
    if (known != null) {
      return known;
    }
    int[] rows =
        TellingMarks.ofWord(token).stream()
            .map(rowOf::get)
            .filter(row -> row != null)
            .mapToInt(Integer::intValue)
            .toArray();
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
    remembered.put(token.surface(), rows);
    return rows;
  }
}
