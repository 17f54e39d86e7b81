package org.otklik.models.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Declines one word of a place's name: by its ending, and by the morphological dictionary where the
 * ending does not tell (a vowel that falls out, an adjective that looks like a noun).
 */
final class Inflection {
  private static final String VELARS_AND_SIBILANTS = "гкхжчшщ";
  private static final Set<String> ADJECTIVE_ENDINGS_OF_SHORT_I =
      Set.of(
          "ск", "цк", "зк", "н", "к", "в", "р", "л", "м", "т", "ж", "ш", "ч", "щ", "г", "х", "д");

  private final RussianDictionary dictionary;

  Inflection(RussianDictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * The stems of a word, the main one first.
   *
   * @param word folded: lower case, ё as е
   */
  List<Stem> of(String word) {
    int length = word.length();
    if (length < 2 || !isCyrillicLetter(word.charAt(length - 1))) {
      return List.of(new Stem(word, Paradigm.FIXED));
    }
    char last = word.charAt(length - 1);
    char before = word.charAt(length - 2);
    String less1 = word.substring(0, length - 1);
    String less2 = word.substring(0, length - 2);
    switch (last) {
      case 'а':
        if (endsWithAny(word, "ова", "ева", "ина", "ына") && length > 4) {
          return List.of(new Stem(less1, Paradigm.POSSESSIVE_A));
        }
        return List.of(new Stem(less1, Paradigm.A));
      case 'я':
        if (length > 3 && (before == 'а' || before == 'я')) {
          return List.of(new Stem(less2, Paradigm.ADJECTIVE_FEMININE));
        }
        return List.of(new Stem(less1, Paradigm.YA));
      case 'о':
        return List.of(new Stem(less1, Paradigm.O));
      case 'е':
        if (length > 3 && (before == 'о' || before == 'е')) {
          return List.of(new Stem(less2, Paradigm.ADJECTIVE_NEUTER));
        }
        if (length > 4 && (before == 'ы' || isPluralAdjective(word, before, less2))) {
          return List.of(new Stem(less2, Paradigm.ADJECTIVE_PLURAL));
        }
        return length > 3
            ? List.of(new Stem(less1, Paradigm.E))
            : List.of(new Stem(word, Paradigm.FIXED));
      case 'и', 'ы':
        return plural(word, less1, less2, before);
      case 'ь':
        return softSign(word, less1);
      case 'й':
        return shortI(word, less1, less2, before);
      case 'у', 'э', 'ю':
        return List.of(new Stem(word, Paradigm.FIXED));
      case 'х':
        if (length > 4 && (before == 'ы' || before == 'и')) {
          return List.of(new Stem(word, Paradigm.FIXED)); // Смирных
        }
        return consonant(word, last, before, less2);
      default:
        return consonant(word, last, before, less2);
    }
  }

  private static boolean isPluralAdjective(String word, char before, String less2) {
    char third = word.charAt(word.length() - 3);
    return before == 'и'
        && (VELARS_AND_SIBILANTS.indexOf(third) >= 0 || less2.endsWith("н"))
        && !less2.endsWith("щ");
  }

  private static List<Stem> plural(String word, String less1, String less2, char before) {
    if (word.length() < 4) {
      return List.of(new Stem(word, Paradigm.FIXED));
    }
    if (before == 'к' && "аеиоуыэюяь".indexOf(word.charAt(word.length() - 3)) < 0
        || before == 'к' && word.charAt(word.length() - 3) == 'ь') {
      String stem = less2.endsWith("ь") ? less2.substring(0, less2.length() - 1) : less2;
      return List.of(new Stem(less1, Paradigm.PLURAL), new Stem(stem, Paradigm.PLURAL_GENITIVE));
    }
    boolean plural = word.endsWith("ы") || VELARS_AND_SIBILANTS.indexOf(before) >= 0;
    return plural
        ? List.of(new Stem(less1, Paradigm.PLURAL))
        : List.of(new Stem(less1, Paradigm.PLURAL), new Stem(word, Paradigm.FIXED)); // Томари
  }

  private static List<Stem> softSign(String word, String less1) {
    if (word.endsWith("ень") && word.length() > 4) {
      // Пристень, Пристени; Плетень, Плетня: both ways are heard
      String fleeting = word.substring(0, word.length() - 3) + "н";
      return List.of(new Stem(less1, Paradigm.SOFT_SIGN), new Stem(fleeting, Paradigm.YA));
    }
    return List.of(new Stem(less1, Paradigm.SOFT_SIGN));
  }

  private List<Stem> shortI(String word, String less1, String less2, char before) {
    if (word.length() > 3 && (before == 'ы' || before == 'и' || before == 'о')) {
      boolean adjective =
          before == 'ы'
              || endsWithAny(less2, "ск", "цк", "зк")
              || dictionary.isAdjective(word)
              || !dictionary.knows(word) && looksLikeAdjective(less2);
      if (adjective) {
        return List.of(new Stem(less2, Paradigm.ADJECTIVE_MASCULINE));
      }
    }
    if (before == 'е' && dictionary.isFormOf(less2 + "ья", word)) {
      return List.of(new Stem(less1, Paradigm.SHORT_I), new Stem(less2, Paradigm.FLEETING_SOFT));
    }
    return List.of(new Stem(less1, Paradigm.SHORT_I));
  }

  private static boolean looksLikeAdjective(String stem) {
    return stem.length() > 2
        && ADJECTIVE_ENDINGS_OF_SHORT_I.contains(stem.substring(stem.length() - 1));
  }

  private List<Stem> consonant(String word, char last, char before, String less2) {
    boolean sibilant = "жчшщц".indexOf(last) >= 0;
    Stem whole = new Stem(word, sibilant ? Paradigm.SIBILANT : Paradigm.CONSONANT);
    if (word.length() < 4 || before != 'е' && before != 'о') {
      return List.of(whole);
    }
    List<Stem> stems = new ArrayList<>(3);
    stems.add(whole);
    boolean usual = last == 'ц' && before == 'е' || last == 'к' && endsWithAny(word, "ок", "ек");
    for (String shorter :
        new String[] {less2 + last, less2 + 'ь' + last, fleetingAfterVowel(less2, last)}) {
      boolean confirmed = dictionary.isFormOf(shorter + "а", word);
      boolean guessed =
          usual && !dictionary.isFormOf(word + "а", word) && shorter.equals(guess(less2, last));
      if (confirmed || guessed) {
        stems.add(new Stem(shorter, Paradigm.FLEETING));
        break;
      }
    }
    return stems;
  }

  private static String fleetingAfterVowel(String less2, char last) {
    return less2 + 'й' + last;
  }

  private static String guess(String less2, char last) {
    if (less2.endsWith("л")) {
      return less2 + 'ь' + last;
    }
    return !less2.isEmpty() && "аеиоуыэюя".indexOf(less2.charAt(less2.length() - 1)) >= 0
        ? less2 + 'й' + last
        : less2 + last;
  }

  private static boolean isCyrillicLetter(char c) {
    return c >= 'а' && c <= 'я';
  }

  private static boolean endsWithAny(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
