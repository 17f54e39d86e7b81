package org.otklik.models.text;

import java.util.function.Predicate;

/** Shortens drawn-out words: «оооочень» to «очень», «длииинный» to «длинный». */
public final class Elongations {
  private static final int DRAWN_OUT = 3;

  private Elongations() {}

  /**
   * The word with runs of three or more equal letters cut to one, or to two where only that is a
   * known word.
   *
   * @param known tells whether the dictionary has a word
   */
  public static String shorten(String word, Predicate<String> known) {
    if (!hasRun(word)) {
      return word;
    }
    String single = cut(word, 1);
    if (known.test(single)) {
      return single;
    }
    String pair = cut(word, 2);
    return known.test(pair) ? pair : single;
  }

  private static boolean hasRun(String word) {
    int run = 1;
    for (int i = 1; i < word.length(); i++) {
      run = word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
      if (run == DRAWN_OUT && Character.isLetter(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String cut(String word, int longest) {
    StringBuilder cut = new StringBuilder(word.length());
    int start = 0;
    while (start < word.length()) {
      int end = start + 1;
      while (end < word.length() && word.charAt(end) == word.charAt(start)) {
        end++;
      }
      int run = end - start;
      int kept = run >= DRAWN_OUT && Character.isLetter(word.charAt(start)) ? longest : run;
      cut.append(word, start, start + kept);
      start = end;
    }
    return cut.toString();
  }
}
