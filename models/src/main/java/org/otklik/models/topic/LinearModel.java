package org.otklik.models.topic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Labels and the weights of hashed features: what remains of a maximum entropy model once it is
 * trained. A text's features are counted (logarithm of the count), weighted by their rarity,
 * brought to length one, multiplied with the weights, and turned into probabilities. Safe for use
 * by several threads.
 *
 * <p>A weight is kept as one byte, with one scale per feature: what is measured in training is what
 * ships. They lie in a {@link WeightTable}.
 */
public final class LinearModel {
  private static final int MAGIC = 0x4F544B31; // OTK1
  private static final float[] LOGARITHMS = logarithms(64);

  private final List<String> labels;
  private final WeightTable table;
  private final double temperature;

  private LinearModel(List<String> labels, WeightTable table, double temperature) {
    this.labels = labels;
    this.table = table;
    this.temperature = temperature;
  }

  /**
   * @param labels the outcomes, one per column of the weights
   * @param hashes the features, each once
   * @param rarity per feature, how much an occurrence counts; above 0
   * @param weights row by row, {@code labels.size()} columns
   * @param temperature what the sums are divided by before they become probabilities; above 0
   */
  public LinearModel(
      List<String> labels, int[] hashes, float[] rarity, float[] weights, double temperature) {
    this(List.copyOf(labels), new WeightTable(hashes.length, labels.size()), temperature);
    int columns = labels.size();
    if (rarity.length != hashes.length || weights.length != hashes.length * columns) {
      throw new IllegalArgumentException(
          "a model of %d labels and %d features can't have %d rarities and %d weights"
              .formatted(columns, hashes.length, rarity.length, weights.length));
    }
    for (int feature = 0; feature < hashes.length; feature++) {
      int from = feature * columns;
      table.put(
          hashes[feature], rarity[feature], Arrays.copyOfRange(weights, from, from + columns));
    }
  }

  private static float[] logarithms(int count) {
    float[] logarithms = new float[count];
    for (int i = 1; i < count; i++) {
      logarithms[i] = (float) (1 + Math.log(i));
    }
    return logarithms;
  }

  /** The outcomes in the order of the scores. */
  public List<String> labels() {
    return labels;
  }

  /** How many features have weights. */
  public int features() {
    return table.size();
  }

  /** The same model with its probabilities sharpened (below 1) or flattened (above 1). */
  public LinearModel withTemperature(double newTemperature) {
    return new LinearModel(labels, table, newTemperature);
  }

  /** The probability of each label; they add up to 1. */
  public double[] probabilities(Features features) {
    return probabilities(weigh(features));
  }

  /** The sums behind the probabilities, one per label. */
  public double[] sums(Features features) {
    return sums(weigh(features));
  }

  /**
   * The features of a text as the model weighs them: found once, they serve for the decision and
   * for its explanation.
   *
   * @param features the features, in their order
   * @param rows their rows in the table; −1 for an unknown feature
   * @param values values of length one; 0 for an unknown feature
   */
  record Weighed(Features features, int[] rows, float[] values) {}

  Weighed weigh(Features features) {
    int[] rows = table.find(features);
    float[] values = new float[rows.length];
    float squares = 0;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] >= 0) {
        float value = logarithm(features.count(i)) * table.rarity(rows[i]);
        values[i] = value;
        squares += value * value;
      }
    }
    float scale = squares == 0 ? 1 : 1 / (float) Math.sqrt(squares);
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
    return new Weighed(features, rows, values);
  }

  double[] probabilities(Weighed weighed) {
    return softmax(sums(weighed), temperature);
  }

  private double[] sums(Weighed weighed) {
    return table.sums(weighed.rows, weighed.values);
  }

  /** Sums turned into probabilities. */
  static double[] softmax(double[] sums, double temperature) {
    double most = sums.length == 0 ? 0 : sums[0];
    for (double sum : sums) {
      most = Math.max(most, sum);
    }
    double[] probabilities = new double[sums.length];
    double total = 0;
    for (int i = 0; i < sums.length; i++) {
      probabilities[i] = Math.exp((sums[i] - most) / temperature);
      total += probabilities[i];
    }
    for (int i = 0; i < sums.length; i++) {
      probabilities[i] /= total;
    }
    return probabilities;
  }

  /**
   * How much each word spoke for a label and against its rival.
   *
   * @param words how many words the text has
   * @return one number per word; positive: for the label
   */
  public double[] contributions(Features features, int words, int label, int rival) {
    return contributions(weigh(features), words, label, rival);
  }

  double[] contributions(Weighed weighed, int words, int label, int rival) {
    Features features = weighed.features;
    float[] values = weighed.values.clone();
    for (int i = 0; i < values.length; i++) {
      int row = weighed.rows[i];
      if (row >= 0) {
        values[i] *= (table.weight(row, label) - table.weight(row, rival)) / features.count(i);
      }
    }
    double[] contributions = new double[words];
    for (int occurrence = 0; occurrence < features.occurrences(); occurrence++) {
      int word = features.word(occurrence);
      if (word >= 0) {
        contributions[word] += values[features.feature(occurrence)];
      }
    }
    return contributions;
  }

  private static float logarithm(int count) {
    return count < LOGARITHMS.length ? LOGARITHMS[count] : (float) (1 + Math.log(count));
  }

  /** Writes the model. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeDouble(temperature);
    out.writeInt(labels.size());
    for (String label : labels) {
      out.writeUTF(label);
    }
    table.write(out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is something else
   */
  public static LinearModel read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("not a linear model of this program");
    }
    double temperature = in.readDouble();
    String[] labels = new String[in.readInt()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = in.readUTF();
    }
    return new LinearModel(List.of(labels), WeightTable.read(in, labels.length), temperature);
  }
}
