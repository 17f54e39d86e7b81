package org.otklik.models.topic;

import java.util.List;
import org.otklik.models.text.Token;

/**
 * What the theme and category models see of a text: dictionary forms, pairs of neighbouring ones,
 * and pieces of four letters, which survive typos and unknown endings. All numbers are one word.
 * Not safe for use by several threads at once.
 */
public final class ThemeFeatures {
  private static final float STRENGTH_OF_PIECE = 0.4f;
  private static final int LONGEST_TEXT_IN_TOKENS = 400;
  private static final int PAIR_AT_START = WordFeatures.beginPair('b', "^");

  private final WordFeatures words;

  /**
   * @param words remembers what is seen of single words
   */
  public ThemeFeatures(WordFeatures words) {
    this.words = words;
  }

  /** The features of a text given as words; none for an empty text. */
  public Features of(List<Token> tokens) {
    Features features = new Features();
    add(tokens, features);
    return features;
  }

  /** As {@link #of}, into features that are empty. */
  void add(List<Token> tokens, Features features) {
    int pair = PAIR_AT_START;
    int last = Math.min(tokens.size(), LONGEST_TEXT_IN_TOKENS);
    for (int i = 0; i < last; i++) {
      WordFeatures.Word word = words.of(tokens.get(i));
      features.add(word.single, i);
      features.add(WordFeatures.endPair(pair, word.lemma), i);
      for (int piece : word.pieces) {
        features.add(piece, i, STRENGTH_OF_PIECE);
      }
      pair = word.firstOfPair;
    }
  }
}
