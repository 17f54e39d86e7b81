package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A text as terms.
 *
 * @param text the text itself
 * @param terms its words and numbers in their order, words without content included
 * @param questions indices of the sentences that end with a question mark
 */
record TermText(String text, List<Term> terms, BitSet questions) {
  private static final int WINDOW = 60;

  /**
   * A stretch of terms that is compared as one.
   *
   * @param from index of its first term
   * @param to index after its last term
   */
  record Window(int from, int to) {}

  /** The words as they stand in the text. */
  String surface(Term term) {
    return text.substring(term.start(), term.end());
  }

  /**
   * The stretches in which a claim may stand: the whole of a short text; of a longer one
   * overlapping stretches of about sixty terms that begin with a sentence where possible, so that
   * words scattered over a long text do not add up to a claim.
   */
  List<Window> windows() {
    int size = terms.size();
    if (size <= WINDOW) {
      return List.of(new Window(0, size));
    }
    List<Window> windows = new ArrayList<>();
    int from = 0;
    while (true) {
      int to = Math.min(size, from + WINDOW);
      windows.add(new Window(from, to));
      if (to == size) {
        return windows;
      }
      from = sentenceStart(from + WINDOW / 3, from + 2 * WINDOW / 3);
    }
  }

  private int sentenceStart(int earliest, int latest) {
    for (int i = earliest; i < latest; i++) {
      if (terms.get(i).sentence() != terms.get(i - 1).sentence()) {
        return i;
      }
    }
    return earliest;
  }
}
