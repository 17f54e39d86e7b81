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

  /** A surname even in lower case: no other word is written so, or it ends as surnames do. */
  boolean isPlainlySurname(String word) {
    return isSurname(word)
        && (endsLike(Lemmatizer.normalize(word), SURNAME_ENDINGS) || isOnlyName(word));
  }

  /** A patronymic even in lower case: «безгранична» is none. */
  boolean isPlainlyPatronymic(String word) {
    return hasTag(word, ":Patr:") || (isUnknown(word) && isPatronymic(Lemmatizer.normalize(word)));
  }

  /** No reading of the word is other than a name. */
  boolean isOnlyName(String word) {
    for (WordData reading : dictionary.lookup(Lemmatizer.normalize(word))) {
      String tags = String.valueOf(reading.getTag());
      if (!tags.contains(":Name:") && !tags.contains(":Fam:") && !tags.contains(":Patr:")) {
        return false;
      }
    }
    return true;
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
