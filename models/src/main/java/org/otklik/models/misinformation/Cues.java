package org.otklik.models.misinformation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The turns of phrase that were found in a text.
 *
 * @param all in the order of their places, pictures last
 */
record Cues(List<Cue> all) {
  private static final int MOST_EVIDENCE = 3;

  /**
   * A turn of phrase.
   *
   * @param code what it is a sign of
   * @param words the words as written
   * @param start index of its first character
   * @param end index after its last character
   */
  record Cue(String code, String words, int start, int end) {}

  boolean has(String code) {
    for (Cue cue : all) {
      if (cue.code.equals(code)) {
        return true;
      }
    }
    return false;
  }

  /** The words that speak for a code, at most three different ones. */
  List<String> evidence(String code) {
    Set<String> words = new LinkedHashSet<>();
    for (Cue cue : all) {
      if (cue.code.equals(code) && words.size() < MOST_EVIDENCE) {
        words.add(cue.words);
      }
    }
    return List.copyOf(words);
  }
}
