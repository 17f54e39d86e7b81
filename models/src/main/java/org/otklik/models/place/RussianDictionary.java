package org.otklik.models.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import morfologik.fsa.FSA;
import morfologik.fsa.FSATraversal;
import morfologik.fsa.MatchResult;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/**
 * What the dictionaries of LanguageTool (after АОТ) know of a folded word: whether it is an
 * everyday word, an adjective, a person's name, and in which forms it may stand. Answers are
 * remembered. Not safe for use by several threads at once.
 */
final class RussianDictionary {
  private static final String FOLDER = "/org/languagetool/resource/ru/";
  private static final int REMEMBERED_WORDS = 20_000;

  /** Classes of frequency in the spelling dictionary go from A to Z; rarer words than this one. */
  private static final char EVERYDAY_FREQUENCY = 'C';

  /** Endings of names of places that the dictionary lists among everyday nouns. */
  private static final Set<String> PLACE_ENDINGS =
      Set.of("ск", "цк", "град", "город", "поль", "бург", "ово", "ево", "ино");

  private static final int GIVEN_NAME = 1;
  private static final int SURNAME = 2;
  private static final int PATRONYMIC = 4;
  private static final int NOUN = 8;
  private static final int ADJECTIVE = 16;
  private static final int OTHER = 32;
  private static final int EVERYDAY = 64;

  private final DictionaryLookup dictionary = new DictionaryLookup(Shared.FORMS);
  private final FSATraversal spelling = new FSATraversal(Shared.SPELLING.fsa);
  private final Map<String, Readings> remembered = new HashMap<>();

  /** Read once per JVM: they can't be changed and are safe to share. */
  private static final class Shared {
    static final Dictionary FORMS = load("russian");
    static final Dictionary SPELLING = load("hunspell/ru_RU");

    private static Dictionary load(String name) {
      String resource = FOLDER + name;
      try (InputStream words = RussianDictionary.class.getResourceAsStream(resource + ".dict");
          InputStream metadata = RussianDictionary.class.getResourceAsStream(resource + ".info")) {
        if (words == null || metadata == null) {
          throw new IllegalStateException(
              "the dictionary "
                  + resource
                  + ".dict is not on the class path: add org.languagetool:language-ru");
        }
        return Dictionary.read(words, metadata);
      } catch (IOException e) {
        throw new UncheckedIOException("the dictionary " + resource + " can't be read", e);
      }
    }
  }

  private record Readings(int kinds, List<String> tags) {}

  private Readings readings(String word) {
    Readings known = remembered.get(word);
    if (known != null) {
      return known;
    }
    if (remembered.size() >= REMEMBERED_WORDS) {
      remembered.clear();
    }
    int kinds = 0;
    List<String> tags = new ArrayList<>(4);
    for (WordData reading : dictionary.lookup(word)) {
      CharSequence tag = reading.getTag();
      String tagText = tag == null ? "" : tag.toString();
      int kind = kind(tagText);
      kinds |= kind;
      if (kind == OTHER
          || (kind & (NOUN | ADJECTIVE)) != 0
              && isEverydayLemma(reading.getStem().toString().replace('ё', 'е'), kind == NOUN)) {
        kinds |= EVERYDAY;
      }
      tags.add(tagText);
    }
    Readings readings = new Readings(kinds, List.copyOf(tags));
    remembered.put(word, readings);
    return readings;
  }

  private static int kind(String tag) {
    if (tag.contains(":Fam:")) {
      return SURNAME;
    }
    if (tag.contains(":Name:")) {
      return GIVEN_NAME;
    }
    if (tag.contains(":Patr:")) {
      return PATRONYMIC;
    }
    if (tag.startsWith("NN")) {
      return NOUN;
    }
    return tag.startsWith("ADJ") ? ADJECTIVE : OTHER;
  }

  /** Not a rare word, and no noun that the spelling dictionary also knows with a capital. */
  private boolean isEverydayLemma(String lemma, boolean noun) {
    if (frequency(lemma) < EVERYDAY_FREQUENCY) {
      return false;
    }
    if (!noun) {
      return true;
    }
    if (lemma.length() > 5) {
      for (String ending : PLACE_ENDINGS) {
        if (lemma.endsWith(ending)) {
          return false;
        }
      }
    }
    return frequency(lemma.substring(0, 1).toUpperCase(Locale.ROOT) + lemma.substring(1)) == 0;
  }

  /** The class of frequency, A to Z, or 0 for words that the spelling dictionary does not know. */
  private char frequency(String word) {
    MatchResult match = spelling.match((word + "+").getBytes(Koi8.CHARSET));
    if (match.kind != MatchResult.SEQUENCE_IS_A_PREFIX) {
      return 0;
    }
    FSA fsa = Shared.SPELLING.fsa;
    return (char) fsa.getArcLabel(fsa.getFirstArc(match.node));
  }

  /** The charset of the spelling dictionary. */
  private static final class Koi8 {
    static final Charset CHARSET = Charset.forName("koi8-r");
  }

  /** True when any reading is known. */
  boolean knows(String word) {
    return readings(word).kinds != 0;
  }

  /** True for a word of everyday language: neither rare, nor only a person's or place's name. */
  boolean isEveryday(String word) {
    return (readings(word).kinds & EVERYDAY) != 0;
  }

  /** True for a word that is known as something else than a surname. */
  boolean isRightlySpelt(String word) {
    return (readings(word).kinds & ~SURNAME) != 0;
  }

  boolean isNoun(String word) {
    return (readings(word).kinds & NOUN) != 0;
  }

  /** True when the word may stand in the genitive. */
  boolean isGenitive(String word) {
    for (String tag : readings(word).tags) {
      if (tag.endsWith(":R")) {
        return true;
      }
    }
    return false;
  }

  /** True for adverbs, verbs, prepositions and the like. */
  boolean isParticle(String word) {
    return (readings(word).kinds & OTHER) != 0;
  }

  boolean isAdjective(String word) {
    return (readings(word).kinds & ADJECTIVE) != 0;
  }

  /** True for a given name or patronymic and nothing else. */
  boolean isGivenName(String word) {
    int kinds = readings(word).kinds;
    return (kinds & (GIVEN_NAME | PATRONYMIC)) != 0 && (kinds & (NOUN | OTHER)) == 0;
  }

  boolean isPatronymic(String word) {
    return (readings(word).kinds & PATRONYMIC) != 0;
  }

  boolean isSurname(String word) {
    return (readings(word).kinds & SURNAME) != 0;
  }

  /** True when a word is a form of a noun with this dictionary form. */
  boolean isFormOf(String form, String lemma) {
    for (WordData reading : dictionary.lookup(form)) {
      if (lemma.equals(reading.getStem().toString().replace('ё', 'е'))) {
        return true;
      }
    }
    return false;
  }

  /**
   * True when a word may be the noun (or a further adjective before it) that an adjective belongs
   * to: «солнечный день», «в красном здании», not «в Красном воды нет».
   *
   * @param adjective a folded adjective form
   * @param word the folded word after it
   */
  boolean agrees(String adjective, String word) {
    String[] wanted = agreement(adjective);
    if (wanted.length == 0) {
      return false;
    }
    for (String tag : readings(word).tags) {
      int kind = kind(tag);
      if (kind == NOUN || kind == ADJECTIVE) {
        for (String form : wanted) {
          if (has(tag, form)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** A form such as "Masc:P": in a tag gender and case may have other parts between them. */
  private static boolean has(String tag, String form) {
    int colon = form.indexOf(':');
    String gender = form.substring(0, colon);
    boolean plural = tag.contains(":PL");
    if (plural != gender.equals("PL")) {
      return false;
    }
    return (plural || tag.contains(":" + gender)) && tag.endsWith(form.substring(colon));
  }

  private static String[] agreement(String adjective) {
    if (adjective.endsWith("ый") || adjective.endsWith("ий")) {
      return new String[] {"Masc:Nom", "Masc:V"};
    }
    if (adjective.endsWith("ого") || adjective.endsWith("его")) {
      return new String[] {"Masc:R", "Neut:R", "Masc:V"};
    }
    if (adjective.endsWith("ому") || adjective.endsWith("ему")) {
      return new String[] {"Masc:D", "Neut:D"};
    }
    if (adjective.endsWith("ыми") || adjective.endsWith("ими")) {
      return new String[] {"PL:T"};
    }
    if (adjective.endsWith("ым") || adjective.endsWith("им")) {
      return new String[] {"Masc:T", "Neut:T", "PL:D"};
    }
    if (adjective.endsWith("ом") || adjective.endsWith("ем")) {
      return new String[] {"Masc:P", "Neut:P"};
    }
    if (adjective.endsWith("ая") || adjective.endsWith("яя")) {
      return new String[] {"Fem:Nom"};
    }
    if (adjective.endsWith("ую") || adjective.endsWith("юю")) {
      return new String[] {"Fem:V"};
    }
    if (adjective.endsWith("ой") || adjective.endsWith("ей") || adjective.endsWith("ою")) {
      return new String[] {"Fem:R", "Fem:D", "Fem:T", "Fem:P", "Masc:Nom", "Masc:V"};
    }
    if (adjective.endsWith("ое") || adjective.endsWith("ее")) {
      return new String[] {"Neut:Nom", "Neut:V"};
    }
    if (adjective.endsWith("ые") || adjective.endsWith("ие")) {
      return new String[] {"PL:Nom", "PL:V"};
    }
    if (adjective.endsWith("ых") || adjective.endsWith("их")) {
      return new String[] {"PL:R", "PL:P", "PL:V"};
    }
    return new String[0];
  }
}
