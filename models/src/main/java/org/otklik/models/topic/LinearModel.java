package org.otklik.models.topic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Labels and the weights of hashed features: what remains of a maximum entropy model once it is
 * trained. A text's features are counted (logarithm of the count), weighted by their rarity,
 * brought to length one, multiplied with the weights, and turned into probabilities. Safe for use
 * by several threads.
 */
public final class LinearModel {
  private static final int MAGIC = 0x4F544B31; // OTK1
  private static final int BLOCK = 8;
  private static final float[] LOGARITHMS = logarithms(64);

  private final List<String> labels;
  private final int[] hashes; // ascending
  private final float[] rarity;
  private final int[]
      rows; // of the weights, by feature: the commonest first, so that they stay near
  private final int stride;
  private final float[] weights; // row by row, one column per label, filled up to the stride
  private final double temperature;
  private final int[] slots; // by fours: hash, row + 1 (0: empty), rarity, nothing
  private final int mask;

  /**
   * @param labels the outcomes, one per column of the weights
   * @param hashes the features in ascending order
   * @param rarity per feature, how much an occurrence counts; above 0
   * @param weights row by row, {@code labels.size()} columns
   * @param temperature what the sums are divided by before they become probabilities; above 0
   */
  public LinearModel(
      List<String> labels, int[] hashes, float[] rarity, float[] weights, double temperature) {
    if (rarity.length != hashes.length || weights.length != hashes.length * labels.size()) {
      throw new IllegalArgumentException(
          "a model of %d labels and %d features can't have %d rarities and %d weights"
              .formatted(labels.size(), hashes.length, rarity.length, weights.length));
    }
    this.labels = List.copyOf(labels);
    this.hashes = hashes;
    this.rarity = rarity;
    this.stride = (labels.size() + BLOCK - 1) / BLOCK * BLOCK;
    this.weights = new float[hashes.length * stride];
    this.rows = commonestFirst(rarity);
    for (int feature = 0; feature < hashes.length; feature++) {
      System.arraycopy(
          weights, feature * labels.size(), this.weights, rows[feature] * stride, labels.size());
    }
    this.temperature = temperature;
    int capacity = Integer.highestOneBit(Math.max(1, hashes.length)) * 4;
    this.mask = capacity - 1;
    this.slots = new int[4 * capacity];
    for (int feature = 0; feature < hashes.length; feature++) {
      int slot = hashes[feature] & mask;
      while (slots[4 * slot + 1] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[4 * slot] = hashes[feature];
      slots[4 * slot + 1] = rows[feature] + 1;
      slots[4 * slot + 2] = Float.floatToRawIntBits(rarity[feature]);
    }
  }

  private static int[] commonestFirst(float[] rarity) {
    Integer[] order = new Integer[rarity.length];
    Arrays.setAll(order, feature -> feature);
    Arrays.sort(order, Comparator.comparingDouble(feature -> rarity[feature]));
    int[] rows = new int[rarity.length];
    for (int row = 0; row < rows.length; row++) {
      rows[order[row]] = row;
    }
    return rows;
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
    return hashes.length;
  }

  /** The same model with its probabilities sharpened (below 1) or flattened (above 1). */
  public LinearModel withTemperature(double newTemperature) {
    float[] dense = new float[hashes.length * labels.size()];
    for (int feature = 0; feature < hashes.length; feature++) {
      System.arraycopy(
          weights, rows[feature] * stride, dense, feature * labels.size(), labels.size());
    }
    return new LinearModel(labels, hashes, rarity, dense, newTemperature);
  }

  /** The probability of each label; they add up to 1. */
  public double[] probabilities(Features features) {
    return softmax(sums(features), temperature);
  }

  /** The sums behind the probabilities, one per label. */
  public double[] sums(Features features) {
    return sums(weigh(features));
  }

  /**
   * The features of a text as the model weighs them: their number is found once and serves for the
   * decision and for its explanation.
   *
   * @param features the features, in their order
   * @param rows the rows of the weights; −1 for an unknown feature
   * @param values values of length one; 0 for an unknown feature
   */
  record Weighed(Features features, int[] rows, float[] values) {}

  Weighed weigh(Features features) {
    int[] rows = new int[features.size()];
    return new Weighed(features, rows, values(features, rows));
  }

  double[] probabilities(Weighed weighed) {
    return softmax(sums(weighed), temperature);
  }

  private double[] sums(Weighed weighed) {
    double[] sums = new double[labels.size()];
    for (int block = 0; block < sums.length; block += BLOCK) {
      addBlock(weighed.rows, weighed.values, block, sums);
    }
    return sums;
  }

  /** Eight labels at a time: their sums stay in registers. */
  private void addBlock(int[] rows, float[] values, int block, double[] sums) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] >= 0) {
        float value = values[i];
        int at = rows[i] * stride + block;
        a += value * weights[at];
        b += value * weights[at + 1];
        c += value * weights[at + 2];
        d += value * weights[at + 3];
        e += value * weights[at + 4];
        f += value * weights[at + 5];
        g += value * weights[at + 6];
        h += value * weights[at + 7];
      }
    }
    float[] eight = {a, b, c, d, e, f, g, h};
    for (int label = block; label < Math.min(sums.length, block + BLOCK); label++) {
      sums[label] = eight[label - block];
    }
  }

  /** Sums turned into probabilities. */
  static double[] softmax(double[] sums, double temperature) {
    double most = Arrays.stream(sums).max().orElse(0);
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
      if (weighed.rows[i] >= 0) {
        int at = weighed.rows[i] * stride;
        values[i] *= (weights[at + label] - weights[at + rival]) / features.count(i);
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

  /** Values of length one, and the rows they belong to; row -1 and value 0 for the unknown. */
  private float[] values(Features features, int[] rows) {
    float[] values = new float[rows.length];
    float squares = 0;
    for (int i = 0; i < rows.length; i++) {
      int slot = slot(features.hash(i));
      rows[i] = slots[4 * slot + 1] - 1;
      if (rows[i] >= 0) {
        float value = logarithm(features.count(i)) * Float.intBitsToFloat(slots[4 * slot + 2]);
        values[i] = value;
        squares += value * value;
      }
    }
    float scale = squares == 0 ? 1 : 1 / (float) Math.sqrt(squares);
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
    return values;
  }

  private static float logarithm(int count) {
    return count < LOGARITHMS.length ? LOGARITHMS[count] : (float) (1 + Math.log(count));
  }

  /** The slot of a feature, or an empty one. */
  private int slot(int hash) {
    int slot = hash & mask;
    while (slots[4 * slot + 1] != 0 && slots[4 * slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Writes the model; weights are kept as one byte each and one scale per feature. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeDouble(temperature);
    out.writeInt(labels.size());
    for (String label : labels) {
      out.writeUTF(label);
    }
    out.writeInt(hashes.length);
    int previous = 0;
    for (int feature = 0; feature < hashes.length; feature++) {
      out.writeInt(hashes[feature] - previous);
      previous = hashes[feature];
      out.writeFloat(rarity[feature]);
      int row = rows[feature] * stride;
      float most = 0;
      for (int label = 0; label < labels.size(); label++) {
        most = Math.max(most, Math.abs(weights[row + label]));
      }
      out.writeFloat(most);
      for (int label = 0; label < labels.size(); label++) {
        float weight = weights[row + label];
        out.writeByte(most == 0 ? 0 : Math.round(weight / most * Byte.MAX_VALUE));
      }
    }
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
    int rows = in.readInt();
    int[] hashes = new int[rows];
    float[] rarity = new float[rows];
    float[] weights = new float[rows * labels.length];
    byte[] coded = new byte[labels.length];
    int previous = 0;
    for (int row = 0; row < rows; row++) {
      hashes[row] = previous + in.readInt();
      previous = hashes[row];
      rarity[row] = in.readFloat();
      float most = in.readFloat();
      in.readFully(coded);
      for (int label = 0; label < labels.length; label++) {
        weights[row * labels.length + label] = coded[label] * most / Byte.MAX_VALUE;
      }
    }
    return new LinearModel(List.of(labels), hashes, rarity, weights, temperature);
  }
}
