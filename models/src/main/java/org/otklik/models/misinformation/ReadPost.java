package org.otklik.models.misinformation;

import java.util.List;
import org.otklik.models.text.Token;

/**
 * A post read once: for the matcher, the answers and the signals.
 *
 * @param terms its words and numbers
 * @param cues the turns of phrase in it
 * @param manner what of them a match depends on
 * @param telling how likely it is told in each of the ways of {@link Telling}, in their order
 */
record ReadPost(TermText terms, Cues cues, PostManner manner, double[] telling) {
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
        READER.read(text, tokens),
        cues,
        PostManner.of(cues),
        telling.probabilities(text, tokens, cues));
  }

  /** The same post, told otherwise. */
  ReadPost told(double[] otherwise) {
    return new ReadPost(terms, cues, manner, otherwise);
  }
}
