package org.otklik.models.text;

/**
 * Questions about single characters, answered at once for the letters that Russian texts are made
 * of; all others are left to {@link Character}.
 */
final class Letters {
  private static final char FIRST_DIGIT_BEYOND_ASCII = '\u0660';

  private Letters() {}

  /** Without ё. */
  static boolean isRussian(char c) {
    return c >= 'А' && c <= 'я';
  }

  static boolean isLetter(char c) {
    return isRussian(c) || (c > ' ' && Character.isLetter(c));
  }

  static boolean isDigit(char c) {
    return c < FIRST_DIGIT_BEYOND_ASCII ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  static boolean isLetterOrDigit(char c) {
    return isRussian(c) || (c > ' ' && Character.isLetterOrDigit(c));
  }

  static boolean isUpperCase(char c) {
    return isRussian(c) ? c <= 'Я' : Character.isUpperCase(c);
  }

  /** Russian capitals as small letters, other characters as they are. */
  static char lower(char c) {
    return c >= 'А' && c <= 'Я' ? (char) (c + ('а' - 'А')) : c;
  }

  /**
   * Whether a text holds a word of small Russian letters, in whatever case: cheaper than a pattern.
   */
  static boolean contain(String text, String word) {
    char first = word.charAt(0);
    int last = text.length() - word.length();
    for (int i = 0; i <= last; i++) {
      if (lower(text.charAt(i)) == first && isAt(text, i, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(String text, int start, String word) {
    for (int i = 1; i < word.length(); i++) {
      if (lower(text.charAt(start + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
