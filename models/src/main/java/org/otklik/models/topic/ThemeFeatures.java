package org.otklik.models.topic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.otklik.models.text.Token;

/**
 * What the theme classifier sees of a text: dictionary forms, pairs of neighbouring ones, and
 * pieces of four letters, which survive typos and unknown endings. Each feature counts once.
 */
public final class ThemeFeatures {
  private static final int PIECE = 4;
  private static final int LONGEST_TEXT_IN_TOKENS = 400;

  private ThemeFeatures() {}

  /** The features of a text given as words; empty for an empty text. */
  public static String[] of(List<Token> tokens) {
    Set<String> features = new HashSet<>();
    String previous = "^";
    int seen = 0;
    for (Token token : tokens) {
      if (++seen > LONGEST_TEXT_IN_TOKENS) {
        break;
      }
      String lemma = isNumber(token.surface()) ? "#" : token.lemma();
      features.add("l=" + lemma);
      features.add("b=" + previous + " " + lemma);
      previous = lemma;
      addPieces(token.surface(), features);
    }
    return new ArrayList<>(features).toArray(String[]::new);
  }

  private static void addPieces(String word, Set<String> features) {
    if (word.length() <= PIECE || isNumber(word)) {
      return;
    }
    String bounded = "_" + word + "_";
    for (int start = 0; start + PIECE <= bounded.length(); start++) {
      features.add("p=" + bounded.substring(start, start + PIECE));
    }
  }

  private static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0));
  }
}
