package org.otklik.models.topic;

import java.util.ArrayList;
import java.util.List;
import org.otklik.models.text.Token;

/**
 * Finds further problems in a message of several sentences: a theme counts when it is likely for
 * the whole text and one sentence is clearly about it. Not safe for use by several threads at once.
 */
public final class SeveralThemes {
  private static final int MOST = 3;
  private static final int SHORTEST_SENTENCE = 4;
  private static final double LIKELY_IN_TEXT = 0.05;
  private static final double CLEAR_IN_SENTENCE = 0.6;
  private static final String REST = "other";

  private final ThemeClassifier classifier;
  private final ThemeFeatures features;

  /**
   * @param classifier tells the theme of a sentence
   * @param features finds what the classifier sees of it
   */
  public SeveralThemes(ThemeClassifier classifier, ThemeFeatures features) {
    this.classifier = classifier;
    this.features = features;
  }

  /**
   * The themes a message raises, the main one first, three at most.
   *
   * @param text the text
   * @param tokens its words
   * @param ranked the themes of the whole text, best first
   */
  public List<String> of(String text, List<Token> tokens, List<ThemeScore> ranked) {
    List<String> themes = new ArrayList<>(MOST);
    themes.add(ranked.get(0).id());
    if (ranked.size() < 2 || ranked.get(1).score() < LIKELY_IN_TEXT) {
      return themes;
    }
    int start = 0;
    for (int i = 1; i <= tokens.size() && themes.size() < MOST; i++) {
      if (i == tokens.size() || endsSentence(text, tokens.get(i - 1), tokens.get(i))) {
        if (i - start >= SHORTEST_SENTENCE && i - start < tokens.size()) {
          add(classifier.classify(features.of(tokens.subList(start, i))).get(0), ranked, themes);
        }
        start = i;
      }
    }
    return themes;
  }

  private static void add(ThemeScore sentence, List<ThemeScore> ranked, List<String> themes) {
    if (sentence.score() >= CLEAR_IN_SENTENCE
        && !sentence.id().equals(REST)
        && !themes.contains(sentence.id())
        && ranked.stream()
            .anyMatch(
                theme -> theme.id().equals(sentence.id()) && theme.score() >= LIKELY_IN_TEXT)) {
      themes.add(sentence.id());
    }
  }

  private static boolean endsSentence(String text, Token before, Token after) {
    for (int i = before.end(); i < after.start(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ';' || c == '…') {
        return true;
      }
    }
    return false;
  }
}
