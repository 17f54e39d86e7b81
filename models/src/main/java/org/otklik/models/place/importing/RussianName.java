package org.otklik.models.place.importing;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the Russian name among the names of many languages that GeoNames lists: of those in Russian
 * letters the one that reads most like the name in Latin letters, so that neither an old name nor a
 * neighbour's language wins.
 */
final class RussianName {
  private static final Pattern RUSSIAN = Pattern.compile("[А-ЯЁ][А-ЯЁа-яё0-9 .№-]*");
  private static final Pattern NO_SOUND = Pattern.compile("[^a-z0-9]");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

  private static final Map<Character, String> LATIN =
      Map.ofEntries(
          Map.entry('а', "a"),
          Map.entry('б', "b"),
          Map.entry('в', "v"),
          Map.entry('г', "g"),
          Map.entry('д', "d"),
          Map.entry('е', "e"),
          Map.entry('ё', "e"),
          Map.entry('ж', "zh"),
          Map.entry('з', "z"),
          Map.entry('и', "i"),
          Map.entry('й', "y"),
          Map.entry('к', "k"),
          Map.entry('л', "l"),
          Map.entry('м', "m"),
          Map.entry('н', "n"),
          Map.entry('о', "o"),
          Map.entry('п', "p"),
          Map.entry('р', "r"),
          Map.entry('с', "s"),
          Map.entry('т', "t"),
          Map.entry('у', "u"),
          Map.entry('ф', "f"),
          Map.entry('х', "kh"),
          Map.entry('ц', "ts"),
          Map.entry('ч', "ch"),
          Map.entry('ш', "sh"),
          Map.entry('щ', "shch"),
          Map.entry('ы', "y"),
          Map.entry('э', "e"),
          Map.entry('ю', "yu"),
          Map.entry('я', "ya"));

  private RussianName() {}

  /**
   * The Russian name; empty when there is none.
   *
   * @param latin the name in Latin letters
   * @param names names of the place in many languages
   */
  static Optional<String> of(String latin, List<String> names) {
    if (RUSSIAN.matcher(latin).matches()) {
      return Optional.of(latin);
    }
    String wanted = sounds(latin);
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String name : names) {
      String candidate = name.strip();
      if (RUSSIAN.matcher(candidate).matches()) {
        int distance = distance(wanted, sounds(latinOf(candidate)));
        if (distance < least
            || distance == least && best != null && candidate.replace('ё', 'е').equals(best)) {
          least = distance;
          best = candidate;
        }
      }
    }
    return best != null && least <= Math.max(2, wanted.length() / 3)
        ? Optional.of(best)
        : Optional.empty();
  }

  private static String latinOf(String russian) {
    StringBuilder latin = new StringBuilder();
    for (char letter : russian.toLowerCase(Locale.ROOT).toCharArray()) {
      latin.append(
          LATIN.getOrDefault(letter, Character.isDigit(letter) ? String.valueOf(letter) : ""));
    }
    return latin.toString();
  }

  private static String sounds(String latin) {
    String plain = ACCENTS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
    return NO_SOUND.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("").replace("ye", "e");
  }

  /** Levenshtein's distance. */
  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    int[] current = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[other.length()];
  }
}
