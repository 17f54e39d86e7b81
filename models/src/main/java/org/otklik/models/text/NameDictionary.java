package org.otklik.models.text;

import java.util.HashMap;
import java.util.Map;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/** What the dictionary knows of people's names. Not safe for use by several threads at once. */
final class NameDictionary {
  private static final String[] SURNAME_ENDINGS = {
    "ов", "ова", "ову", "овым", "ове", "овой", "ев", "ева", "еву", "евым", "евой", "ин", "ина",
    "ину", "иным", "иной", "ский", "ского", "скому", "ским", "ская", "ской", "скую", "цкий", "цкая",
    "ко", "ук", "юк", "ян", "дзе", "швили", "их", "ых"
  };
  private static final String[] PATRONYMIC_ENDINGS = {
    "ович", "овича", "овичу", "овичем", "овиче", "евич", "евича", "евичу", "евичем", "евиче",
        "овна",
    "овны", "овне", "овну", "овной", "евна", "евны", "евне", "евну", "евной", "ична", "ичны",
    "ичне", "ичну", "ичной"
  };
  private static final int SHORTEST_SURNAME = 5;

  private static final int GIVEN = 1;
  private static final int SURNAME = 2;
  private static final int PATRONYMIC = 4;
  private static final int OTHER = 8;
  private static final int REMEMBERED_WORDS = 20_000;

  private static final ThreadLocal<NameDictionary> OF_THREAD =
      ThreadLocal.withInitial(NameDictionary::new);

  private final DictionaryLookup dictionary = new DictionaryLookup(Lemmatizer.dictionary());
  private final Map<String, Integer> remembered = new HashMap<>();

  private NameDictionary() {}

  /** The dictionary of the thread that asks. */
  static NameDictionary ofThisThread() {
    return OF_THREAD.get();
  }

  boolean isGivenName(String word) {
    return is(word, GIVEN);
  }

  boolean isPatronymic(String word) {
    return is(word, PATRONYMIC) || (word.length() > 6 && endsLike(word, PATRONYMIC_ENDINGS));
  }

  /** A word the dictionary has as a surname, or one it does not have and that looks like one. */
  boolean isSurname(String word) {
    if (isUnknown(word)) {
      return word.length() >= SHORTEST_SURNAME
          && endsLike(Lemmatizer.normalize(word), SURNAME_ENDINGS);
    }
    return is(word, SURNAME);
  }

  /** A surname even in lower case: no other word is written so, or it ends as surnames do. */
  boolean isPlainlySurname(String word) {
    return isSurname(word)
        && (endsLike(Lemmatizer.normalize(word), SURNAME_ENDINGS) || isOnlyName(word));
  }

  /** A patronymic even in lower case: «безгранична» is none. */
  boolean isPlainlyPatronymic(String word) {
    return is(word, PATRONYMIC) || (isUnknown(word) && isPatronymic(Lemmatizer.normalize(word)));
  }

  /** No reading of the word is other than a name. */
  boolean isOnlyName(String word) {
    return !is(word, OTHER);
  }

  boolean isUnknown(String word) {
    return readings(word) == 0;
  }

  private boolean is(String word, int reading) {
    return (readings(word) & reading) != 0;
  }

  /** What the word may be, one bit each; 0 when the dictionary does not know it. */
  private int readings(String word) {
    Integer known = remembered.get(word);
    if (known != null) {
      return known;
    }
    if (remembered.size() >= REMEMBERED_WORDS) {
      remembered.clear();
    }
    int readings = 0;
    for (WordData reading : dictionary.lookup(Lemmatizer.normalize(word))) {
      String tags = String.valueOf(reading.getTag());
      int of =
          (tags.contains(":Name:") ? GIVEN : 0)
              | (tags.contains(":Fam:") ? SURNAME : 0)
              | (tags.contains(":Patr:") ? PATRONYMIC : 0);
      readings |= of == 0 ? OTHER : of;
    }
    remembered.put(word, readings);
    return readings;
  }

  private static boolean endsLike(String word, String[] endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
