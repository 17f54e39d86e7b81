package org.otklik.models.misinformation;

import java.util.List;

/**
 * Whether two words name one place: the place itself, its adjective, its people («Кинешма»,
 * «кинешемский»; «Вологда», «вологжане»; «Псков», «псковичи»). A rule of spelling, without a list
 * of places: the words begin alike, almost to the end of the place's name, and one of them ends as
 * words made from places do.
 */
final class PlaceName {
  private static final int SHORTEST_STEM = 3;
  private static final int MOST_BETWEEN = 3;
  private static final int LONGEST_CASE_ENDING = 3;

  /** Ends of the names of places that adjectives and people's names may lack; longest first. */
  private static final List<String> OF_PLACES =
      List.of(
          "ский", "цкий", "ьевск", "евск", "овск", "инск", "енск", "анск", "янск", "ово", "ево",
          "ино", "ск", "ец", "ов", "ев", "ин", "а", "я", "о", "е", "и", "ы", "ь", "й");

  /** Ends of adjectives and of people, without the ending of the case. */
  private static final List<String> MADE_FROM_PLACES =
      List.of(
          "чанин", "жанин", "шанин", "янин", "анин", "чан", "жан", "шан", "ян", "ан", "ск", "цк",
          "ец", "ц", "як", "ич");

  private PlaceName() {}

  /**
   * @param one a word written as a name, in its dictionary form where the dictionary has it
   * @param other any word
   */
  static boolean isSame(String one, String other) {
    return isMadeFrom(one, other) || isMadeFrom(other, one);
  }

  private static boolean isMadeFrom(String place, String word) {
    int shared = 0;
    int most = Math.min(place.length(), word.length());
    while (shared < most && place.charAt(shared) == word.charAt(shared)) {
      shared++;
    }
    int stem = stem(place);
    return shared >= Math.max(SHORTEST_STEM, stem > SHORTEST_STEM + 1 ? stem - 1 : stem)
        && isMadeFromPlace(word, Math.min(shared, stem));
  }

  /** The length of a place's name without its ending. */
  private static int stem(String place) {
    for (String end : OF_PLACES) {
      if (place.endsWith(end) && place.length() - end.length() >= SHORTEST_STEM) {
        return place.length() - end.length();
      }
    }
    return place.length();
  }

  private static boolean isMadeFromPlace(String word, int from) {
    for (String end : MADE_FROM_PLACES) {
      for (int at = from; at <= from + MOST_BETWEEN; at++) {
        if (word.startsWith(end, at) && isCaseEnding(word, at + end.length(), end)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isCaseEnding(String word, int from, String end) {
    boolean isNoun = end.endsWith("ан") || end.endsWith("ян"); // «братчане», no «братание»
    if (word.length() - from > LONGEST_CASE_ENDING || (isNoun && word.startsWith("и", from))) {
      return false;
    }
    for (int i = from; i < word.length(); i++) {
      if ("аеиоуыюяйьмхвг".indexOf(word.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
