package org.otklik.models.topic;

import java.util.List;
import org.otklik.models.text.Token;

/**
 * What the theme and category models see of a text: dictionary forms, pairs of neighbouring ones,
 * and pieces of four letters, which survive typos and unknown endings. All numbers are one word.
 */
public final class ThemeFeatures {
  private static final int PIECE = 4;
  private static final float STRENGTH_OF_PIECE = 0.4f;
  private static final int LONGEST_TEXT_IN_TOKENS = 400;
  private static final String NUMBER = "#";
  private static final String START = "^";

  private ThemeFeatures() {}

  /** The features of a text given as words; none for an empty text. */
  public static Features of(List<Token> tokens) {
    Features features = new Features();
    String previous = START;
    int last = Math.min(tokens.size(), LONGEST_TEXT_IN_TOKENS);
    for (int i = 0; i < last; i++) {
      Token token = tokens.get(i);
      boolean number = Character.isDigit(token.surface().charAt(0));
      String lemma = number ? NUMBER : token.lemma();
      features.add(Features.end(Features.mix(Features.start('l'), lemma)), i);
      features.add(pair(previous, lemma), i);
      if (!number) {
        addPieces(token.surface(), i, features);
      }
      previous = lemma;
    }
    return features;
  }

  private static int pair(String first, String second) {
    return Features.end(
        Features.mix(Features.mix(Features.mix(Features.start('b'), first), ' '), second));
  }

  private static void addPieces(String word, int index, Features features) {
    int length = word.length() + 2;
    for (int start = 0; start + PIECE <= length; start++) {
      int hash = Features.start('p');
      for (int at = start; at < start + PIECE; at++) {
        hash = Features.mix(hash, at == 0 || at == length - 1 ? '_' : word.charAt(at - 1));
      }
      features.add(Features.end(hash), index, STRENGTH_OF_PIECE);
    }
  }
}
