package org.otklik.models.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.models.text.Token;

/**
 * What the theme and category models see of a text: dictionary forms, pairs of neighbouring ones,
 * and pieces of four letters, which survive typos and unknown endings. All numbers are one word.
 *
 * <p>What is seen of a word is remembered: the words of a region come again and again. Not safe for
 * use by several threads at once.
 */
public final class ThemeFeatures {
  private static final int PIECE = 4;
  private static final float STRENGTH_OF_PIECE = 0.4f;
  private static final int LONGEST_TEXT_IN_TOKENS = 400;
  private static final int REMEMBERED_WORDS = 50_000;
  private static final String NUMBER = "#";
  private static final int PAIR_AT_START =
      Features.mix(Features.mix(Features.start('b'), "^"), ' ');
  private static final Word ANY_NUMBER = new Word(NUMBER, new int[0]);

  private final Map<String, Word> remembered = new HashMap<>();

  /** What is seen of one word, wherever it stands. */
  private static final class Word {
    final String lemma;
    final int single;
    final int firstOfPair; // a hash to go on with
    final int[] pieces;

    Word(String lemma, int[] pieces) {
      this.lemma = lemma;
      this.single = Features.end(Features.mix(Features.start('l'), lemma));
      this.firstOfPair = Features.mix(Features.mix(Features.start('b'), lemma), ' ');
      this.pieces = pieces;
    }
  }

  /** The features of a text given as words; none for an empty text. */
  public Features of(List<Token> tokens) {
    Features features = new Features();
    int pair = PAIR_AT_START;
    int last = Math.min(tokens.size(), LONGEST_TEXT_IN_TOKENS);
    for (int i = 0; i < last; i++) {
      Word word = word(tokens.get(i));
      features.add(word.single, i);
      features.add(Features.end(Features.mix(pair, word.lemma)), i);
      for (int piece : word.pieces) {
        features.add(piece, i, STRENGTH_OF_PIECE);
      }
      pair = word.firstOfPair;
    }
    return features;
  }

  private Word word(Token token) {
    String surface = token.surface();
    if (Character.isDigit(surface.charAt(0))) {
      return ANY_NUMBER;
    }
    Word known = remembered.get(surface);
    if (known != null && known.lemma.equals(token.lemma())) {
      return known;
    }
    if (remembered.size() >= REMEMBERED_WORDS) {
      remembered.clear();
    }
    Word word = new Word(token.lemma(), pieces(surface));
    remembered.put(surface, word);
    return word;
  }

  private static int[] pieces(String word) {
    int length = word.length() + 2;
    int[] pieces = new int[Math.max(0, length - PIECE + 1)];
    for (int start = 0; start < pieces.length; start++) {
      int hash = Features.start('p');
      for (int at = start; at < start + PIECE; at++) {
        hash = Features.mix(hash, at == 0 || at == length - 1 ? '_' : word.charAt(at - 1));
      }
      pieces[start] = Features.end(hash);
    }
    return pieces;
  }
}
