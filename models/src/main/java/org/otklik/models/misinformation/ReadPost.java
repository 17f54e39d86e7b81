package org.otklik.models.misinformation;

import java.util.List;
import org.otklik.models.text.Token;

/**
 * A post read once: for the matcher, the answers and the signals.
 *
 * @param tokens its words as they stand
 * @param terms its words and numbers
 * @param cues the turns of phrase in it
 * @param manner what of them a match depends on
 * @param telling how likely it is told in each of the ways of {@link Telling}, in their order
 */
record ReadPost(
    List<Token> tokens, TermText terms, Cues cues, PostManner manner, double[] telling) {
  private static final double MOSTLY = 0.5;
  private static final TermReader READER = new TermReader(Words.shared());

  /**
   * @param tokens the tokens of this very text
   */
  static ReadPost of(String text, List<Token> tokens) {
    return of(text, tokens, TellingModel.shared());
  }

  /** As {@link #of(String, List)}, with another model of how texts are told. */
  static ReadPost of(String text, List<Token> tokens, TellingModel telling) {
    Cues cues = CuePatterns.shared().find(text, tokens);
    return new ReadPost(
        tokens,
        READER.read(text, tokens),
        cues,
        PostManner.of(cues),
        telling.probabilities(text, tokens, cues));
  }

  /** How likely it is told in this way, 0 to 1. */
  double told(Telling way) {
    return telling[way.ordinal()];
  }

  /**
   * True when it rather tells the writer's own trouble or opinion than anything else: that its
   * words resemble a claim is then no reason to look.
   */
  boolean isOwnView() {
    return told(Telling.COMPLAINT) + told(Telling.CRITICISM) >= MOSTLY;
  }

  /** The same post, told otherwise. */
  ReadPost told(double[] otherwise) {
    return new ReadPost(tokens, terms, cues, manner, otherwise);
  }
}
