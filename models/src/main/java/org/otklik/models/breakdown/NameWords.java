package org.otklik.models.breakdown;

import org.otklik.models.text.WordForms;

/** Which words may stand in a problem's name: no names of people, nor what may be one. */
final class NameWords {
  private final WordForms forms = new WordForms();

  /** False for a person's name, and for a capitalised word that the dictionary does not have. */
  boolean allows(Word word) {
    if (forms.isOnlyPersonName(word.surface())) {
      return false;
    }
    boolean capitalised = Character.isUpperCase(word.written().charAt(0));
    return !capitalised || (forms.isKnown(word.surface()) && !forms.mayBePersonName(word.surface()));
  }

  /** True when a phrase that begins with this word reads like a heading. */
  boolean leads(Word word) {
    return word.isNegation() || forms.mayBeNominative(word.surface()) || forms.mayBeVerb(word.surface());
  }

  boolean isNoun(Word word) {
    return forms.mayBeNoun(word.surface());
  }
}
