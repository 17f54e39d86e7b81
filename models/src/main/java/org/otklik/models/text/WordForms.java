package org.otklik.models.text;

import java.util.function.Predicate;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/**
 * What the morphological dictionary says of one written form. Not safe for use by several threads
 * at once.
 */
public final class WordForms {
  private final DictionaryLookup dictionary = new DictionaryLookup(Lemmatizer.dictionary());

  /**
   * True when the dictionary has the form.
   *
   * @param surface the form, see {@link Lemmatizer#normalize}
   */
  public boolean isKnown(String surface) {
    return !dictionary.lookup(surface).isEmpty();
  }

  /** True when the dictionary has the form as a person's name and as nothing else. */
  public boolean isOnlyPersonName(String surface) {
    return isKnown(surface) && !anyTag(surface, tag -> !isPersonName(tag));
  }

  /** True when the form may be a given name, a patronymic or a surname. */
  public boolean mayBePersonName(String surface) {
    return anyTag(surface, WordForms::isPersonName);
  }

  /** True when the form may stand in the nominative, as the head of a phrase does. */
  public boolean mayBeNominative(String surface) {
    return anyTag(surface, tag -> tag.contains(":Nom"));
  }

  /** True when the form may be a verb with a subject («стоят», «сломался») or an infinitive. */
  public boolean mayBeVerb(String surface) {
    return anyTag(surface, tag -> tag.startsWith("VB"));
  }

  /** True when the form may be a noun. */
  public boolean mayBeNoun(String surface) {
    return anyTag(surface, tag -> tag.startsWith("NN"));
  }

  private static boolean isPersonName(String tag) {
    return tag.contains(":Fam:") || tag.contains(":Name:") || tag.contains(":Patr:");
  }

  private boolean anyTag(String surface, Predicate<String> wanted) {
    for (WordData reading : dictionary.lookup(surface)) {
      CharSequence tag = reading.getTag();
      if (tag != null && wanted.test(tag.toString())) {
        return true;
      }
    }
    return false;
  }
}
