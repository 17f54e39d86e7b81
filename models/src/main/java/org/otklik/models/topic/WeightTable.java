package org.otklik.models.topic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Hashed features with their rarities and weights. An open-addressed index leads from a hash to a
 * row; a row is rarity, scale, and four weights of one byte per further number. Both are small, and
 * the rows of common features should be put first, so that they lie together in the processor's
 * cache. Once filled it is safe for use by several threads.
 */
final class WeightTable {
  private static final int SCALE = 1;
  private static final int WEIGHTS = 2;
  private static final int BYTES_PER_INT = 4;
  private static final int BLOCK = 8; // labels that are added up at a time

  private final int columns;
  private final int stride;
  private final int mask;
  private final int[] index; // by twos: hash, start of its row + 1 (0: empty)
  private final int[] rows;
  private int size;

  /**
   * @param features how many features it will hold
   * @param columns how many weights each has
   */
  WeightTable(int features, int columns) {
    int capacity = Integer.highestOneBit(Math.max(1, features)) * 4;
    this.columns = columns;
    this.stride = WEIGHTS + (columns + BLOCK - 1) / BLOCK * BLOCK / BYTES_PER_INT;
    this.mask = capacity - 1;
    this.index = new int[2 * capacity];
    this.rows = new int[Math.multiplyExact(features, stride)];
  }

  int size() {
    return size;
  }

  /** Adds a feature that is not in the table yet. */
  void put(int hash, float rarity, float[] weights) {
    float most = 0;
    for (float weight : weights) {
      most = Math.max(most, Math.abs(weight));
    }
    byte[] coded = new byte[columns];
    for (int column = 0; column < columns; column++) {
      coded[column] = (byte) (most == 0 ? 0 : Math.round(weights[column] / most * Byte.MAX_VALUE));
    }
    put(hash, rarity, most, coded);
  }

  private void put(int hash, float rarity, float most, byte[] coded) {
    int slot = hash & mask;
    while (index[2 * slot + 1] != 0) {
      slot = (slot + 1) & mask;
    }
    int row = size * stride;
    index[2 * slot] = hash;
    index[2 * slot + 1] = row + 1;
    rows[row] = Float.floatToRawIntBits(rarity);
    rows[row + SCALE] = Float.floatToRawIntBits(most);
    for (int column = 0; column < columns; column++) {
      rows[row + WEIGHTS + column / BYTES_PER_INT] |=
          (coded[column] & 0xFF) << (Byte.SIZE * (column % BYTES_PER_INT));
    }
    size++;
  }

  /**
   * The rows of the features of a text, −1 for unknown ones. The first look at each comes before
   * any is decided upon: so the processor waits for many reads of memory at once, not for one after
   * another.
   */
  int[] find(Features features) {
    int[] rows = new int[features.size()];
    int[] hashes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int slot = 2 * (features.hash(i) & mask);
      hashes[i] = index[slot];
      rows[i] = index[slot + 1] - 1;
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] >= 0 && hashes[i] != features.hash(i)) {
        rows[i] = find(features.hash(i));
      }
    }
    return rows;
  }

  /** The row of a feature; −1 for an unknown one. */
  private int find(int hash) {
    int slot = hash & mask;
    while (index[2 * slot + 1] != 0 && index[2 * slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return index[2 * slot + 1] - 1;
  }

  float rarity(int row) {
    return Float.intBitsToFloat(rows[row]);
  }

  float weight(int row, int column) {
    return code(row, column) * Float.intBitsToFloat(rows[row + SCALE]) / Byte.MAX_VALUE;
  }

  private byte code(int row, int column) {
    return (byte)
        (rows[row + WEIGHTS + column / BYTES_PER_INT] >> (Byte.SIZE * (column % BYTES_PER_INT)));
  }

  /**
   * Per column the sum of weight × value.
   *
   * @param found rows, −1 for none
   * @param values one per row
   */
  double[] sums(int[] found, float[] values) {
    double[] sums = new double[columns];
    for (int block = 0; block < columns; block += BLOCK) {
      addBlock(found, values, block, sums);
    }
    return sums;
  }

  /** Eight columns at a time: their sums stay in registers. */
  private void addBlock(int[] found, float[] values, int block, double[] sums) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int offset = WEIGHTS + block / BYTES_PER_INT;
    for (int i = 0; i < found.length; i++) {
      int row = found[i];
      if (row >= 0) {
        float value = values[i] * Float.intBitsToFloat(rows[row + SCALE]);
        int low = rows[row + offset];
        int high = rows[row + offset + 1];
        a += value * (byte) low;
        b += value * (byte) (low >> 8);
        c += value * (byte) (low >> 16);
        d += value * (low >> 24);
        e += value * (byte) high;
        f += value * (byte) (high >> 8);
        g += value * (byte) (high >> 16);
        h += value * (high >> 24);
      }
    }
    float[] eight = {a, b, c, d, e, f, g, h};
    for (int column = block; column < Math.min(columns, block + BLOCK); column++) {
      sums[column] = eight[column - block] / Byte.MAX_VALUE;
    }
  }

  /** Writes the features in the order of their hashes. */
  void write(DataOutputStream out) throws IOException {
    int[] hashes = new int[size];
    int found = 0;
    for (int slot = 0; slot <= mask; slot++) {
      if (index[2 * slot + 1] != 0) {
        hashes[found++] = index[2 * slot];
      }
    }
    Arrays.sort(hashes);
    out.writeInt(size);
    int previous = 0;
    for (int hash : hashes) {
      int row = find(hash);
      out.writeInt(hash - previous);
      previous = hash;
      out.writeInt(rows[row]);
      out.writeInt(rows[row + SCALE]);
      for (int column = 0; column < columns; column++) {
        out.writeByte(code(row, column));
      }
    }
  }

  /** Reads what {@link #write} wrote; the commonest features come first in memory. */
  static WeightTable read(DataInputStream in, int columns) throws IOException {
    int size = in.readInt();
    int[] hashes = new int[size];
    float[] rarity = new float[size];
    float[] most = new float[size];
    byte[][] coded = new byte[size][columns];
    int hash = 0;
    for (int i = 0; i < size; i++) {
      hash += in.readInt();
      hashes[i] = hash;
      rarity[i] = in.readFloat();
      most[i] = in.readFloat();
      in.readFully(coded[i]);
    }
    WeightTable table = new WeightTable(size, columns);
    IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> rarity[i]))
        .forEach(i -> table.put(hashes[i], rarity[i], most[i], coded[i]));
    return table;
  }
}
