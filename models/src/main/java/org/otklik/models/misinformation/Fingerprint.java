package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What near-copies of a text have in common: the least hashes (MinHash) of its pairs of
 * neighbouring lemmas. The share of equal hashes of two texts estimates the share of pairs that
 * they have in common (Jaccard's coefficient), with a standard error of at most 0.09.
 *
 * @param minima the least hash for each of {@value #HASHES} hash functions
 */
public record Fingerprint(List<Integer> minima) {
  /** From this likeness on two texts are near-copies. */
  public static final double NEAR_COPY = 0.5;

  /** Texts with fewer words have no fingerprint: people write the same short words on their own. */
  public static final int LEAST_WORDS = 6;

  private static final int BANDS = 10;
  private static final int ROWS = 3;
  private static final int HASHES = BANDS * ROWS;

  public Fingerprint {
    if (minima.size() != HASHES) {
      throw new IllegalArgumentException(
          "a fingerprint has " + HASHES + " hashes, not " + minima.size());
    }
    minima = List.copyOf(minima);
  }

  /**
   * The fingerprint of a text; empty when it is too short.
   *
   * @param lemmas its lemmas in their order, separated by spaces
   */
  public static Optional<Fingerprint> of(String lemmas) {
    String[] words = lemmas.trim().split("\\s+");
    if (words.length < LEAST_WORDS) {
      return Optional.empty();
    }
    Set<Long> pairs = new HashSet<>();
    for (int i = 1; i < words.length; i++) {
      pairs.add(mixed(words[i - 1].hashCode() * 0x1_0000_0001L + 31L * words[i].hashCode()));
    }
    Integer[] minima = new Integer[HASHES];
    Arrays.fill(minima, Integer.MAX_VALUE);
    for (long pair : pairs) {
      for (int i = 0; i < HASHES; i++) {
        int hash = (int) (mixed(pair + i * 0x9E37_79B9_7F4A_7C15L) >>> 32);
        if (hash < minima[i]) {
          minima[i] = hash;
        }
      }
    }
    return Optional.of(new Fingerprint(Arrays.asList(minima)));
  }

  /**
   * Keys under which near-copies meet: two texts with a likeness of 0.7 share at least one of them
   * in 98 of 100 cases, with 0.6 in 91.
   */
  public List<Long> bands() {
    List<Long> bands = new ArrayList<>(BANDS);
    for (int band = 0; band < BANDS; band++) {
      long key = band;
      for (int row = 0; row < ROWS; row++) {
        key = mixed(key * 31 + minima.get(band * ROWS + row));
      }
      bands.add(key);
    }
    return Collections.unmodifiableList(bands);
  }

  /** Estimated share of pairs of words that two texts have in common, 0 to 1. */
  public double likeness(Fingerprint other) {
    int equal = 0;
    for (int i = 0; i < HASHES; i++) {
      if (minima.get(i).equals(other.minima.get(i))) {
        equal++;
      }
    }
    return (double) equal / HASHES;
  }

  /** Finalizer of SplitMix64. */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ (mixed >>> 31);
  }
}
