package org.otklik.models.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;
import org.jspecify.annotations.Nullable;

/**
 * Splits Russian text into words and finds their dictionary forms (morphological dictionary of
 * LanguageTool, after АОТ). Not safe for use by several threads at once.
 */
public final class Lemmatizer {
  private static final String DICTIONARY = "/org/languagetool/resource/ru/russian";
  private static final int REMEMBERED_WORDS = 200_000;
  private static final int LONGEST_WORD = 40;

  private final DictionaryLookup dictionary;
  private final WordMemory remembered = new WordMemory(REMEMBERED_WORDS);

  public Lemmatizer() {
    this.dictionary = new DictionaryLookup(SharedDictionary.INSTANCE);
  }

  /** Read once per JVM: it can't be changed and is safe to share. */
  private static final class SharedDictionary {
    static final Dictionary INSTANCE = load();

    private static Dictionary load() {
      try (InputStream words = Lemmatizer.class.getResourceAsStream(DICTIONARY + ".dict");
          InputStream metadata = Lemmatizer.class.getResourceAsStream(DICTIONARY + ".info")) {
        if (words == null || metadata == null) {
          throw new IllegalStateException(
              "the dictionary "
                  + DICTIONARY
                  + ".dict is not on the class path: add org.languagetool:language-ru");
        }
        return Dictionary.read(words, metadata);
      } catch (IOException e) {
        throw new UncheckedIOException("the dictionary " + DICTIONARY + " can't be read", e);
      }
    }
  }

  /** The morphological dictionary: read once, may be shared. */
  static Dictionary dictionary() {
    return SharedDictionary.INSTANCE;
  }

  /** The words of a text in their order; numbers count as words, punctuation does not. */
  public List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>(text.length() / 6 + 4);
    WordSplitter.split(
        text,
        (start, end) -> {
          WordMemory.Word word = word(text, start, end);
          tokens.add(new Token(word.surface(), word.lemma(), start, end));
        });
    return tokens;
  }

  private WordMemory.Word word(String text, int start, int end) {
    WordMemory.Word known = remembered.find(text, start, end);
    if (known != null) {
      return known;
    }
    String written = text.substring(start, end);
    String surface = Elongations.shorten(LookAlikes.fix(normalize(written)), this::isKnown);
    WordMemory.Word word = new WordMemory.Word(written, surface, lemma(surface));
    remembered.remember(word);
    return word;
  }

  private boolean isKnown(String surface) {
    return !dictionary.lookup(surface).isEmpty();
  }

  /** Lower case, ё as е: the form in which words are compared. */
  public static String normalize(String word) {
    return word.toLowerCase(Locale.ROOT).replace('ё', 'е');
  }

  /** The dictionary form of a normalised word; the word itself when it is unknown. */
  public String lemma(String surface) {
    if (surface.length() > LONGEST_WORD) {
      return surface;
    }
    return lookUp(surface);
  }

  /**
   * The grammatical tag of a normalised word's first reading, as LanguageTool writes it ({@code
   * VB:Fut:Sin:P3:PFV}, {@code NN:Inanim:Fem:Sin:Nom}); null when the dictionary does not know the
   * word.
   */
  public @Nullable String tag(String surface) {
    if (surface.length() > LONGEST_WORD) {
      return null;
    }
    List<WordData> readings = dictionary.lookup(surface);
    CharSequence tag = readings.isEmpty() ? null : readings.get(0).getTag();
    return tag == null ? null : tag.toString();
  }

  /** True when the dictionary knows the word as anything but a surname or given name. */
  public boolean isCommonWord(String surface) {
    for (WordData reading : dictionary.lookup(surface)) {
      if (!isName(reading)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Of several readings the lemma with most of them wins, names of people last: «воды» is «вода»,
   * not «вод».
   */
  private String lookUp(String surface) {
    List<WordData> readings = dictionary.lookup(surface);
    if (readings.isEmpty()) {
      return surface;
    }
    Map<String, Integer> votes = new LinkedHashMap<>();
    for (WordData reading : readings) {
      votes.merge(reading.getStem().toString(), isName(reading) ? 0 : 1, Integer::sum);
    }
    String best = surface;
    int most = -1;
    for (Map.Entry<String, Integer> vote : votes.entrySet()) {
      if (vote.getValue() > most) {
        most = vote.getValue();
        best = vote.getKey();
      }
    }
    return normalize(best);
  }

  private static boolean isName(WordData reading) {
    CharSequence tag = reading.getTag();
    if (tag == null) {
      return false;
    }
    String tags = tag.toString();
    return tags.contains(":Fam:") || tags.contains(":Name:") || tags.contains(":Patr:");
  }
}
