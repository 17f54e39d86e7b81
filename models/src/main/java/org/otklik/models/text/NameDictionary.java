package org.otklik.models.text;

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

  private final DictionaryLookup dictionary = new DictionaryLookup(Lemmatizer.dictionary());

  boolean isGivenName(String word) {
    return hasTag(word, ":Name:");
  }

  boolean isPatronymic(String word) {
    return hasTag(word, ":Patr:") || (word.length() > 6 && endsLike(word, PATRONYMIC_ENDINGS));
  }

  /** A word the dictionary has as a surname, or one it does not have and that looks like one. */
  boolean isSurname(String word) {
    String lower = Lemmatizer.normalize(word);
    if (dictionary.lookup(lower).isEmpty()) {
      return word.length() >= SHORTEST_SURNAME && endsLike(lower, SURNAME_ENDINGS);
    }
    return hasTag(word, ":Fam:");
  }

  boolean isUnknown(String word) {
    return dictionary.lookup(Lemmatizer.normalize(word)).isEmpty();
  }

  private boolean hasTag(String word, String tag) {
    for (WordData reading : dictionary.lookup(Lemmatizer.normalize(word))) {
      CharSequence tags = reading.getTag();
      if (tags != null && tags.toString().contains(tag)) {
        return true;
      }
    }
    return false;
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
