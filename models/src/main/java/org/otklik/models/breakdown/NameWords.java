package org.otklik.models.breakdown;

import org.otklik.models.text.WordForms;

/** Which words may stand in a problem's name: no names of people, nor what may be one. */
final class NameWords {
  private final WordForms forms = new WordForms();
  private final ProperNouns properNouns;

  NameWords(ProperNouns properNouns) {
    this.properNouns = properNouns;
  }

  /**
   * False for a proper noun, for a person's name, and for a capitalised word that may be one or
   * that the dictionary does not have.
   */
  boolean allows(Word word) {
    if (properNouns.contains(word) || forms.isOnlyPersonName(word.surface())) {
      return false;
    }
    return !word.isCapitalised()
        || word.isShouted()
        || (forms.isKnown(word.surface()) && !forms.mayBePersonName(word.surface()));
  }

  /** True when a phrase that begins with this word reads like a heading. */
  boolean leads(Word word) {
    return word.isNegation()
        || forms.mayBeNominative(word.surface())
        || forms.mayBeVerb(word.surface());
  }

  /**
   * True for a noun, and for what the dictionary does not have: mostly abbreviations (МФЦ, ФАП).
   */
  boolean isNoun(Word word) {
    return forms.mayBeNoun(word.surface()) || !forms.isKnown(word.surface());
  }
}
