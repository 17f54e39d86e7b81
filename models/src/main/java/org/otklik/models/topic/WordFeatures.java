package org.otklik.models.topic;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.otklik.models.text.Token;

/**
 * What the models see of single words, wherever they stand, remembered because the words of a
 * region come again and again. Not safe for use by several threads at once.
 */
public final class WordFeatures {
  private static final int REMEMBERED_WORDS = 50_000;
  private static final String NUMBER = "#";
  private static final int PIECE = 4;
  private static final int SHORTEST_REQUEST = 4;
  private static final String ENDING_OF_REQUESTS = "те";
  private static final Set<String> GREETINGS =
      Set.of(
          "здравствуйте", "добрый", "день", "вечер", "утро", "доброе", "пожалуйста", "уважаемый");
  private static final Set<String> QUESTION_WORDS =
      Set.of(
          "когда",
          "где",
          "как",
          "какой",
          "кто",
          "куда",
          "сколько",
          "можно",
          "подсказать",
          "почему",
          "зачем",
          "какова",
          "ли",
          "положить",
          "что");
  private static final Set<String> THANKS =
      Set.of(
          "спасибо", "благодарить", "благодарность", "молодец", "поклон", "спс", "признательный");
  private static final Set<String> WISHES =
      Set.of(
          "предлагать",
          "предложение",
          "предложить",
          "хотеться",
          "хотелось",
          "бы",
          "давайте",
          "неплохо",
          "идея",
          "может",
          "стоило",
          "лучше");
  private static final Set<String> FAULTS =
      Set.of(
          "не",
          "нет",
          "без",
          "ни",
          "никто",
          "опять",
          "снова",
          "невозможно",
          "отсутствовать",
          "отказать",
          "сломать",
          "разбить",
          "ужас",
          "до",
          "устать",
          "сколько",
          "жаловаться");

  /** Words that tell a type, by what they tell. */
  private static final Map<String, Set<String>> CUES =
      Map.of("question", QUESTION_WORDS, "thanks", THANKS, "wish", WISHES, "fault", FAULTS);

  private static final Word ANY_NUMBER = new Word(NUMBER, NUMBER, new int[0]);

  private final Map<String, Word> remembered = new HashMap<>();

  /** One word; all numbers are hashes of features, or of their beginnings. */
  static final class Word {
    /** As it stands, or «#» for a number. */
    final String surface;

    /** Its dictionary form. */
    final String lemma;

    /** The feature of the dictionary form. */
    final int single;

    /** The feature of the word as it stands. */
    final int written;

    /** What the pair of this word and a following one begins with. */
    final int firstOfPair;

    /** The same for the words as they stand. */
    final int firstOfWrittenPair;

    /** The feature of a word that a message opens with; 0 for a greeting. */
    final int opening;

    /** Features that tell a type: endings of requests, cues. */
    final int[] cues;

    /** Pieces of four letters, which survive typos and unknown endings. */
    final int[] pieces;

    private Word(String surface, String lemma, int[] pieces) {
      this.surface = surface;
      this.lemma = lemma;
      this.single = one('l', lemma);
      this.written = one('w', surface);
      this.firstOfPair = beginPair('b', lemma);
      this.firstOfWrittenPair = beginPair('v', surface);
      this.opening = GREETINGS.contains(lemma) ? 0 : one('o', lemma);
      this.cues = cues(surface, lemma);
      this.pieces = pieces;
    }
  }

  /** What is seen of a word. */
  Word of(Token token) {
    String surface = token.surface();
    if (Character.isDigit(surface.charAt(0))) {
      return ANY_NUMBER;
    }
    Word known = remembered.get(surface);
    if (known != null && known.lemma.equals(token.lemma())) {
      return known;
    }
    if (remembered.size() >= REMEMBERED_WORDS) {
      remembered.clear();
    }
    Word word = new Word(surface, token.lemma(), pieces(surface));
    remembered.put(surface, word);
    return word;
  }

  /** What a pair begins with; {@link #endPair} goes on with the second word. */
  static int beginPair(char kind, String first) {
    return Features.mix(Features.mix(Features.start(kind), first), ' ');
  }

  static int endPair(int begun, String second) {
    return Features.end(Features.mix(begun, second));
  }

  private static int one(char kind, String word) {
    return Features.end(Features.mix(Features.start(kind), word));
  }

  private static int[] cues(String surface, String lemma) {
    IntStream.Builder cues = IntStream.builder();
    if (surface.length() > SHORTEST_REQUEST && surface.endsWith(ENDING_OF_REQUESTS)) {
      cues.add(one('e', surface.substring(surface.length() - 3)));
    }
    CUES.forEach(
        (cue, words) -> {
          if (words.contains(lemma)) {
            cues.add(one('c', cue));
          }
        });
    return cues.build().toArray();
  }

  private static int[] pieces(String word) {
    int length = word.length() + 2;
    int[] pieces = new int[Math.max(0, length - PIECE + 1)];
    for (int start = 0; start < pieces.length; start++) {
      int hash = Features.start('p');
      for (int at = start; at < start + PIECE; at++) {
        hash = Features.mix(hash, at == 0 || at == length - 1 ? '_' : word.charAt(at - 1));
      }
      pieces[start] = Features.end(hash);
    }
    return pieces;
  }
}
