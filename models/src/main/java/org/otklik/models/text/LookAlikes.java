package org.otklik.models.text;

/**
 * Puts Cyrillic letters where Latin ones of the same shape stand in a Cyrillic word: «cвета» typed
 * with a Latin c. A word all in Latin letters stays.
 */
public final class LookAlikes {
  private static final String LATIN = "aceopxykmthbiu";
  private static final String CYRILLIC = "асеорхукмтнвии";

  private LookAlikes() {}

  /** The word, lower case, with Cyrillic letters only where it was mixed. */
  public static String fix(String word) {
    boolean cyrillic = false;
    boolean latin = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      cyrillic |= c >= 'а' && c <= 'ё';
      latin |= c >= 'a' && c <= 'z';
    }
    if (!cyrillic || !latin) {
      return word;
    }
    StringBuilder fixed = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      int found = LATIN.indexOf(word.charAt(i));
      if (found >= 0) {
        fixed.setCharAt(i, CYRILLIC.charAt(found));
      }
    }
    return fixed.toString();
  }
}
