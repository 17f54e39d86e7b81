package org.otklik.models.misinformation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.Token;

/**
 * What is known of words: roots, concepts, and how rare they are, from the resources {@code
 * concepts.txt}, {@code word-frequencies.tsv} and {@code function-words.txt}. Read once per JVM;
 * safe for use by several threads.
 */
final class Words {
  static final String FREQUENCIES = "word-frequencies.tsv";
  static final String FUNCTION_WORDS = "function-words.txt";
  private static final int REMEMBERED = 200_000;
  private static final int SHORTEST_CLIPPED_REST = 5;
  private static final List<String> VERB_ENDINGS =
      List.of("ть", "ться", "чь", "чься", "ти", "тись");
  private static final String[] NO_PARTS = {};

  private final Lemmatizer lemmatizer = new Lemmatizer();
  private final Concepts concepts = Concepts.load(lemmatizer);
  private final Map<String, Integer> messagesByLemma = new HashMap<>();
  private final Map<String, Integer> messagesByRoot = new HashMap<>();
  private final Set<String> functionWords = new HashSet<>();
  private final Map<String, WordSense> remembered = new ConcurrentHashMap<>();
  private final double messages;

  private static final class Shared {
    static final Words INSTANCE = new Words();
  }

  static Words shared() {
    return Shared.INSTANCE;
  }

  private Words() {
    double all = 0;
    for (String line : ResourceLines.of(FREQUENCIES)) {
      String[] fields = line.split("\t");
      int count = Integer.parseInt(fields[1]);
      if (fields[0].equals("*")) {
        all = count;
      } else {
        messagesByLemma.put(fields[0], count);
        messagesByRoot.merge(WordRoot.of(fields[0]), count, Math::max);
      }
    }
    this.messages = all;
    for (String line : ResourceLines.of(FUNCTION_WORDS)) {
      for (String word : line.split("\\s+")) {
        functionWords.add(word);
        functionWords.add(lemmatizer.lemma(word));
      }
    }
  }

  /** The words of a text, for texts that come without tokens. */
  List<Token> tokens(String text) {
    synchronized (lemmatizer) {
      return lemmatizer.tokens(text);
    }
  }

  /** True for words that hold sentences together: prepositions, pronouns, particles. */
  boolean isFunctionWord(String word) {
    return functionWords.contains(word);
  }

  /** See {@link Lemmatizer#tag}. */
  @Nullable String tag(String surface) {
    synchronized (lemmatizer) {
      return lemmatizer.tag(surface);
    }
  }

  /** What is known of a dictionary form. */
  WordSense sense(String lemma) {
    WordSense known = remembered.get(lemma);
    if (known != null) {
      return known;
    }
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
    WordSense sense = look(lemma);
    remembered.put(lemma, sense);
    return sense;
  }

  private WordSense look(String lemma) {
    String root = WordRoot.of(lemma);
    int[] found = concepts.of(lemma, root);
    boolean verb =
        lemma.length() > 3
            && VERB_ENDINGS.stream().anyMatch(lemma::endsWith)
            && !lemma.endsWith("ость");
    return WordSense.of(
        lemma,
        root,
        parts(lemma),
        found,
        rarity(lemma, root),
        found.length == 0 ? verb : concepts.isEvent(found),
        verb,
        concepts.isStop(found));
  }

  /** Inverse document frequency, scaled to 0…1; an unseen form is as rare as its root. */
  private double rarity(String lemma, String root) {
    if (functionWords.contains(lemma)) {
      return 0;
    }
    Integer count = messagesByLemma.get(lemma);
    if (count == null) {
      count = messagesByRoot.getOrDefault(root, 0);
    }
    double never = Math.log((messages + 1) / 0.5);
    return Math.max(0, Math.log((messages + 1) / (count + 0.5)) / never);
  }

  private String[] parts(String lemma) {
    for (Map.Entry<String, String> clip : concepts.clips().entrySet()) {
      String head = clip.getKey();
      if (lemma.startsWith(head) && lemma.length() - head.length() >= SHORTEST_CLIPPED_REST) {
        String rest = lemma.substring(head.length());
        boolean word;
        String restLemma;
        synchronized (lemmatizer) {
          word = lemmatizer.isCommonWord(rest);
          restLemma = lemmatizer.lemma(rest);
        }
        if (word) {
          return new String[] {WordRoot.of(clip.getValue()), WordRoot.of(restLemma)};
        }
      }
    }
    return NO_PARTS;
  }
}
