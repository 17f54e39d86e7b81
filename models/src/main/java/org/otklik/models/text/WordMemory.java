package org.otklik.models.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was found out about words as they are written, looked up by a stretch of text
 * without cutting it out first. When it is full it forgets everything. Not safe for use by several
 * threads at once.
 */
final class WordMemory {
  /** A word as it is written and as it is compared. */
  record Word(String written, String surface, String lemma) {}

  private final @Nullable Word[] slots;
  private final int[] hashes; // of the words in the slots
  private final int most;
  private int size;

  /**
   * @param most how many words it holds, at least 1
   */
  WordMemory(int most) {
    this.most = most;
    this.slots = new Word[Integer.highestOneBit(most) * 4];
    this.hashes = new int[slots.length];
  }

  /** The word that stands in the text from start to end; null when it is not remembered. */
  @Nullable Word find(String text, int start, int end) {
    return slots[slot(hash(text, start, end), text, start, end)];
  }

  void remember(Word word) {
    if (size == most) {
      Arrays.fill(slots, null);
      size = 0;
    }
    String written = word.written;
    int hash = hash(written, 0, written.length());
    int slot = slot(hash, written, 0, written.length());
    size += slots[slot] == null ? 1 : 0;
    slots[slot] = word;
    hashes[slot] = hash;
  }

  private static int hash(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash ^ (hash >>> 15);
  }

  /** The slot that holds the word, or the empty one where it belongs. */
  private int slot(int hash, String text, int start, int end) {
    int slot = hash & (slots.length - 1);
    Word there = slots[slot];
    while (there != null && (hashes[slot] != hash || !isWritten(there.written, text, start, end))) {
      slot = (slot + 1) & (slots.length - 1);
      there = slots[slot];
    }
    return slot;
  }

  private static boolean isWritten(String written, String text, int start, int end) {
    return written.length() == end - start && text.startsWith(written, start);
  }
}
