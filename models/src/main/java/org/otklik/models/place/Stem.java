package org.otklik.models.place;

/**
 * One way in which a word declines.
 *
 * @param text what stays, folded (lower case, ё as е)
 * @param paradigm what changes
 */
record Stem(String text, Paradigm paradigm) {

  /** The cases that a folded word stands in when it is a form of this stem; else 0. */
  int casesOf(String word) {
    return word.startsWith(text) ? paradigm.casesOf(word, text.length()) : 0;
  }
}
