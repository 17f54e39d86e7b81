package org.otklik.models.place;

import java.util.ArrayList;
import java.util.List;

/**
 * All case forms of one name, as the stems of its words.
 *
 * @param words for each word the ways in which it declines
 * @param adjective true for an adjective made from a place's name: «корсаковский»
 */
record NamePattern(Stem[][] words, boolean adjective) {

  /** True for a name of one word that declines as an adjective: Горный, Красное, Узловая. */
  boolean isAdjectival() {
    return words.length == 1 && words[0][0].paradigm().isAdjective();
  }

  /**
   * The cases in which a folded word stands when it is the word of the name at an index; else 0.
   */
  int casesOf(int index, String word) {
    int cases = 0;
    for (Stem stem : words[index]) {
      cases |= stem.casesOf(word);
    }
    return cases;
  }

  /** The forms that the rules make, for tests and for reading; the words joined by spaces. */
  List<String> forms() {
    List<String> forms = List.of("");
    for (Stem[] word : words) {
      List<String> longer = new ArrayList<>();
      for (String form : forms) {
        for (Stem stem : word) {
          for (String ending : stem.paradigm().endings()) {
            String joined = form.isEmpty() ? "" : form + " ";
            longer.add(joined + stem.text() + ending);
          }
        }
      }
      forms = longer;
    }
    return forms;
  }
}
