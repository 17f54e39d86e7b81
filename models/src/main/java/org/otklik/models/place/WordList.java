package org.otklik.models.place;

import java.util.Arrays;
import java.util.Set;

/** Reads a set of words from a text block, one or more to a line. */
final class WordList {
  private WordList() {}

  static Set<String> of(String words) {
    return Set.copyOf(Arrays.asList(words.strip().split("\\s+")));
  }
}
