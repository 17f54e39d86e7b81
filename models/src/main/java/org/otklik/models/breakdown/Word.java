package org.otklik.models.breakdown;

/**
 * A word of a message.
 *
 * @param written as its author wrote it
 * @param surface the same in lower case, ё as е
 * @param lemma its dictionary form
 * @param empty whether it says nothing of a problem, see {@link EmptyWords}
 * @param afterGap whether a punctuation mark or the text's beginning stands before it: no phrase
 *     goes over it
 */
record Word(String written, String surface, String lemma, boolean empty, boolean afterGap) {

  boolean isCapitalised() {
    return Character.isUpperCase(written.charAt(0));
  }

  /** True for a word of several letters, all of them capitals. */
  boolean isShouted() {
    return written.length() > 1 && written.chars().noneMatch(Character::isLowerCase);
  }

  /** The same word as one that says nothing. */
  Word emptied() {
    return new Word(written, surface, lemma, true, afterGap);
  }

  /** True for a word that turns the meaning of what it stands beside. */
  boolean isNegation() {
    return surface.equals("не")
        || surface.equals("нет")
        || surface.equals("без")
        || surface.equals("нельзя");
  }
}
