package org.otklik.models.misinformation;

/**
 * What is known of a word apart from any text.
 *
 * @param lemma its dictionary form
 * @param root see {@link WordRoot}
 * @param parts roots of the two words that a clipped compound stands for (маткапитал: материнск,
 *     капитал); mostly empty
 * @param concepts numbers of the concepts it may stand for; see {@link Concepts}
 * @param conceptBits one bit for each of them, several to a bit: no common bit, no common concept
 * @param rarity how rare it is in everyday messages, from 0 (in every message) to 1 (never seen)
 * @param event true when it says that something happens or is done
 * @param verb true when it is a verb in its dictionary form
 * @param stop true when it says that something ends or is forbidden
 */
record WordSense(
    String lemma,
    String root,
    String[] parts,
    int[] concepts,
    long conceptBits,
    double rarity,
    boolean event,
    boolean verb,
    boolean stop) {

  /** Words that are more frequent carry no content: prepositions, pronouns, «быть», «очень». */
  private static final double CONTENT_FROM = 0.22;

  boolean isContent() {
    return rarity >= CONTENT_FROM;
  }

  static WordSense of(
      String lemma,
      String root,
      String[] parts,
      int[] concepts,
      double rarity,
      boolean event,
      boolean verb,
      boolean stop) {
    long bits = 0;
    for (int concept : concepts) {
      bits |= 1L << (concept % Long.SIZE);
    }
    return new WordSense(lemma, root, parts, concepts, bits, rarity, event, verb, stop);
  }

  boolean sharesConceptWith(WordSense other) {
    if ((conceptBits & other.conceptBits) == 0) {
      return false;
    }
    for (int mine : concepts) {
      for (int theirs : other.concepts) {
        if (mine == theirs) {
          return true;
        }
      }
    }
    return false;
  }
}
