package org.otklik.models.topic;

import java.util.Comparator;
import java.util.List;
import org.otklik.models.text.AuthorsWords;
import org.otklik.models.text.LanguageGuess;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.Token;

/**
 * Understands one message, in this order:
 *
 * <pre>
 * masked text → author's words (no advert tail, hashtags opened) → words and dictionary forms
 *      → theme → category within it, further themes, deciding words
 *      → type → urgency
 * </pre>
 *
 * Not safe for use by several threads at once: each has its own.
 */
public final class MessageReader {
  private static final String OTHER = "other";
  private static final int WORDS_KEPT = 5;

  private final Lemmatizer lemmatizer = new Lemmatizer();
  private final WordFeatures words = new WordFeatures();
  private final ThemeFeatures themeFeatures = new ThemeFeatures(words);
  private final TypeFeatures typeFeatures = new TypeFeatures(words);
  private final Features ofTheme = new Features(); // of the message at hand
  private final Features ofType = new Features();
  private final ThemeClassifier themes;
  private final SeveralThemes several;
  private final CategoryClassifier categories;
  private final TypeClassifier types;
  private final UrgencyDetector urgency;

  public MessageReader(
      ThemeClassifier themes,
      CategoryClassifier categories,
      TypeClassifier types,
      UrgencyDetector urgency) {
    this.themes = themes;
    this.several = new SeveralThemes(themes, themeFeatures);
    this.categories = categories;
    this.types = types;
    this.urgency = urgency;
  }

  /** The reader with the models that ship with this jar. */
  public static MessageReader load() {
    return new MessageReader(
        ThemeClassifier.load(),
        CategoryClassifier.load(),
        TypeClassifier.load(),
        UrgencyDetector.load());
  }

  /**
   * What a message says.
   *
   * @param masked the text, without markup, personal data masked
   */
  public Understanding read(String masked) {
    String text = AuthorsWords.of(masked);
    List<Token> tokens = lemmatizer.tokens(text);
    ofTheme.clear();
    themeFeatures.add(tokens, ofTheme);
    ofType.clear();
    typeFeatures.add(text, tokens, ofType);
    LinearModel.Weighed weighed = themes.weigh(ofTheme);
    String language = LanguageGuess.of(text);
    List<ThemeScore> ranked = themes.classify(weighed);
    if (tokens.isEmpty() || !language.equals(LanguageGuess.RUSSIAN)) {
      ranked = otherFirst(ranked); // nothing speaks for any theme: the first of a tie must not win
    }
    String best = ranked.get(0).id();
    return new Understanding(
        language,
        tokens,
        ranked,
        several.of(text, tokens, ranked),
        categories.classify(best, ofTheme),
        types.classify(ofType).get(0),
        urgency.detect(text, tokens),
        themes.explain(tokens, weighed, best, ranked.get(1).id(), WORDS_KEPT));
  }

  private static List<ThemeScore> otherFirst(List<ThemeScore> ranked) {
    return ranked.stream()
        .sorted(Comparator.comparing(theme -> !theme.id().equals(OTHER)))
        .toList();
  }
}
