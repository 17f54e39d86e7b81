package org.otklik.models.topic;

import java.util.Arrays;

/**
 * What a linear model sees of a text: hashed features in the order they were found, each with the
 * word it came from, so that a decision can be led back to words. A feature may occur many times.
 */
public final class Features {
  /** The index for a feature that belongs to the whole text and to no word of it. */
  public static final int WHOLE_TEXT = -1;

  private static final int FNV_OFFSET = 0x811C9DC5;
  private static final int FNV_PRIME = 0x01000193;

  private int[] hashes = new int[512];
  private int[] words = new int[512];
  private int size;

  /** Starts the hash of a feature of one kind; {@code kind} keeps kinds apart. */
  static int start(char kind) {
    return mix(FNV_OFFSET, kind);
  }

  /** Goes on with a hash by one character. */
  static int mix(int hash, char c) {
    return (hash ^ c) * FNV_PRIME;
  }

  /** Goes on with a hash by all characters of a word. */
  static int mix(int hash, CharSequence word) {
    int mixed = hash;
    for (int i = 0; i < word.length(); i++) {
      mixed = mix(mixed, word.charAt(i));
    }
    return mixed;
  }

  /** Ends a hash: spreads its bits, so that any of them may choose a slot. */
  static int end(int hash) {
    int spread = hash ^ (hash >>> 16);
    spread *= 0x7FEB352D;
    return spread ^ (spread >>> 15);
  }

  /**
   * Adds one occurrence.
   *
   * @param hash the feature
   * @param word index of the word it came from, or {@link #WHOLE_TEXT}
   */
  void add(int hash, int word) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      words = Arrays.copyOf(words, 2 * size);
    }
    hashes[size] = hash;
    words[size] = word;
    size++;
  }

  /** Adds a named feature of the whole text. */
  void addNamed(String name) {
    add(end(mix(start('@'), name)), WHOLE_TEXT);
  }

  /** How many occurrences there are. */
  public int size() {
    return size;
  }

  /** The hash of an occurrence. */
  public int hash(int occurrence) {
    return hashes[occurrence];
  }

  /** The word an occurrence came from, or {@link #WHOLE_TEXT}. */
  public int word(int occurrence) {
    return words[occurrence];
  }
}
