package org.otklik.models.misinformation;

/**
 * A word or a number in a text.
 *
 * @param sense what is known of the word; of a number: its digits as a word
 * @param number its value, NaN for a word
 * @param weight how much it says, 0 to 1: the word's rarity, less for small numbers, 0 for words
 *     without content
 * @param sentence index of its sentence
 * @param clause index of its clause, counted through the text
 * @param name true when it is written as a name: with a capital inside a sentence
 * @param negated true when it is said not to be so: «не выдают», «палочки нет»
 * @param stopped true when it stands beside a word of ending or forbidding: «запретили продавать»
 * @param start index of its first character in the text
 * @param end index after its last character
 */
record Term(
    WordSense sense,
    double number,
    double weight,
    int sentence,
    int clause,
    boolean name,
    boolean negated,
    boolean stopped,
    int start,
    int end) {

  boolean isNumber() {
    return !Double.isNaN(number);
  }

  boolean isContent() {
    return weight > 0;
  }

  Term with(boolean isNegated, boolean isStopped) {
    return new Term(
        sense, number, weight, sentence, clause, name, isNegated, isStopped, start, end);
  }
}
