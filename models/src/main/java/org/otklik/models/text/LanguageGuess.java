package org.otklik.models.text;

/**
 * Tells Russian from other languages by the letters alone: cheap, and enough to know that the
 * models, which are Russian, should not be trusted with a text.
 */
public final class LanguageGuess {
  /** Russian. */
  public static final String RUSSIAN = "ru";

  /** Another language in Cyrillic letters (BCP 47: undetermined, Cyrillic). */
  public static final String OTHER_CYRILLIC = "und-Cyrl";

  /** Another language, or no letters at all (BCP 47: undetermined). */
  public static final String OTHER = "und";

  private static final int FOREIGN_LETTERS_PER_CENT = 3;

  private LanguageGuess() {}

  /** One of the three tags above. */
  public static String of(String text) {
    int letters = 0;
    int russian = 0;
    int otherCyrillic = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isRussian(c)) {
        russian++;
        letters++;
      } else if (c >= '\u0400' && c <= '\u052F') {
        otherCyrillic++;
        letters++;
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    int cyrillic = russian + otherCyrillic;
    if (2 * cyrillic <= letters || cyrillic == 0) {
      return OTHER;
    }
    return 100 * otherCyrillic >= FOREIGN_LETTERS_PER_CENT * cyrillic ? OTHER_CYRILLIC : RUSSIAN;
  }

  private static boolean isRussian(char c) {
    return (c >= 'А' && c <= 'я') || c == 'ё' || c == 'Ё';
  }
}
