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

  private static final int FIRST_CAPACITY = 512;

  private int[] distinct = new int[FIRST_CAPACITY]; // hashes
  private int[] counts = new int[FIRST_CAPACITY];
  private float[] strengths = new float[FIRST_CAPACITY];
  private int size;
  private int[] slots = new int[4 * FIRST_CAPACITY]; // index into distinct + 1, or 0
  private int[] slotOf = new int[FIRST_CAPACITY];
  private int[] occurrences = new int[2 * FIRST_CAPACITY]; // index into distinct
  private int[] words = new int[2 * FIRST_CAPACITY];
  private int found;

  /** Forgets all features, so that another text's may be added. */
  void clear() {
    Arrays.fill(counts, 0, size, 0);
    for (int index = 0; index < size; index++) {
      slots[slotOf[index]] = 0;
    }
    size = 0;
    found = 0;
  }

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

  /** Adds one occurrence of full strength. */
  void add(int hash, int word) {
    add(hash, word, 1);
  }

  /**
   * Adds one occurrence.
   *
   * @param hash the feature
   * @param word index of the word it came from, or {@link #WHOLE_TEXT}
   * @param strength how much features of this kind count; always the same for the same feature
   */
  void add(int hash, int word, float strength) {
    int index = indexOf(hash, strength);
    counts[index]++;
    if (found == occurrences.length) {
      growOccurrences();
    }
    occurrences[found] = index;
    words[found] = word;
    found++;
  }

  private int indexOf(int hash, float strength) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      int index = slots[slot] - 1;
      if (distinct[index] == hash) {
        return index;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == distinct.length) {
      grow();
      return indexOf(hash, strength);
    }
    distinct[size] = hash;
    strengths[size] = strength;
    slots[slot] = size + 1;
    slotOf[size] = slot;
    return size++;
  }

  private void growOccurrences() {
    occurrences = Arrays.copyOf(occurrences, 2 * found);
    words = Arrays.copyOf(words, 2 * found);
  }

  private void grow() {
    distinct = Arrays.copyOf(distinct, 2 * size);
    counts = Arrays.copyOf(counts, 2 * size);
    strengths = Arrays.copyOf(strengths, 2 * size);
    slotOf = new int[2 * size];
    slots = new int[8 * size];
    for (int index = 0; index < size; index++) {
      int slot = distinct[index] & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = index + 1;
      slotOf[index] = slot;
    }
  }

  /** The feature of that name. */
  static int named(String name) {
    return end(mix(start('@'), name));
  }

  /** How many different features there are. */
  public int size() {
    return size;
  }

  /** The hash of a feature. */
  public int hash(int feature) {
    return distinct[feature];
  }

  /** How often a feature occurs. */
  public int count(int feature) {
    return counts[feature];
  }

  /** How much features of its kind count. */
  public float strength(int feature) {
    return strengths[feature];
  }

  /** How many occurrences there are. */
  int occurrences() {
    return found;
  }

  /** The feature that occurs. */
  int feature(int occurrence) {
    return occurrences[occurrence];
  }

  /** The word an occurrence came from, or {@link #WHOLE_TEXT}. */
  int word(int occurrence) {
    return words[occurrence];
  }
}
