package org.otklik.models.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.otklik.models.text.Token;

/**
 * What the type model sees of a text: words as written (the form tells a request from a report),
 * dictionary forms, pairs, the way it begins, and its punctuation. What is seen of a word is
 * remembered. Not safe for use by several threads at once.
 */
public final class TypeFeatures {
  private static final int LONGEST_TEXT_IN_TOKENS = 400;
  private static final int OPENING = 4;
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

  private static final int PAIR_AT_START =
      Features.mix(Features.mix(Features.start('b'), "^"), ' ');
  private static final int WRITTEN_PAIR_AT_START =
      Features.mix(Features.mix(Features.start('v'), "^"), ' ');
  private static final int REMEMBERED_WORDS = 50_000;
  private static final String NUMBER = "#";
  private static final int SHORTEST_REQUEST = 4;
  private static final String ENDING_OF_REQUESTS = "те";

  private final Map<String, Word> remembered = new HashMap<>();

  /** What is seen of one word, wherever it stands. */
  private static final class Word {
    final String surface;
    final String lemma;
    final int single;
    final int written;
    final int firstOfPair; // hashes to go on with
    final int firstOfWrittenPair;
    final int opening; // 0 for a greeting
    final int[] further;

    Word(String surface, String lemma) {
      this.surface = surface;
      this.lemma = lemma;
      this.single = one('l', lemma);
      this.written = one('w', surface);
      this.firstOfPair = Features.mix(Features.mix(Features.start('b'), lemma), ' ');
      this.firstOfWrittenPair = Features.mix(Features.mix(Features.start('v'), surface), ' ');
      this.opening = GREETINGS.contains(lemma) ? 0 : one('o', lemma);
      this.further = further(surface, lemma);
    }

    private static int[] further(String surface, String lemma) {
      IntStream.Builder further = IntStream.builder();
      if (surface.length() > SHORTEST_REQUEST && surface.endsWith(ENDING_OF_REQUESTS)) {
        further.add(one('e', surface.substring(surface.length() - 3)));
      }
      CUES.forEach(
          (cue, words) -> {
            if (words.contains(lemma)) {
              further.add(one('c', cue));
            }
          });
      return further.build().toArray();
    }
  }

  /**
   * The features of a text.
   *
   * @param text the text
   * @param tokens its words
   */
  public Features of(String text, List<Token> tokens) {
    Features features = new Features();
    int pair = PAIR_AT_START;
    int writtenPair = WRITTEN_PAIR_AT_START;
    int last = Math.min(tokens.size(), LONGEST_TEXT_IN_TOKENS);
    int opening = 0;
    for (int i = 0; i < last; i++) {
      Word word = word(tokens.get(i));
      features.add(word.single, i);
      features.add(word.written, i);
      features.add(Features.end(Features.mix(pair, word.lemma)), i);
      features.add(Features.end(Features.mix(writtenPair, word.surface)), i);
      if (opening < OPENING && word.opening != 0) {
        features.add(word.opening, i);
        opening++;
      }
      for (int feature : word.further) {
        features.add(feature, i);
      }
      pair = word.firstOfPair;
      writtenPair = word.firstOfWrittenPair;
    }
    addPunctuation(text, features);
    features.addNamed("length " + Math.min(8, Integer.SIZE - Integer.numberOfLeadingZeros(last)));
    return features;
  }

  private Word word(Token token) {
    boolean number = Character.isDigit(token.surface().charAt(0));
    String surface = number ? NUMBER : token.surface();
    String lemma = number ? NUMBER : token.lemma();
    Word known = remembered.get(surface);
    if (known != null && known.lemma.equals(lemma)) {
      return known;
    }
    if (remembered.size() >= REMEMBERED_WORDS) {
      remembered.clear();
    }
    Word word = new Word(surface, lemma);
    remembered.put(surface, word);
    return word;
  }

  private static void addPunctuation(String text, Features features) {
    int questions = 0;
    int exclamations = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '?') {
        questions++;
      } else if (c == '!') {
        exclamations++;
      }
    }
    features.addNamed("questions " + Math.min(questions, 3));
    features.addNamed("exclamations " + Math.min(exclamations, 3));
    String end = text.stripTrailing();
    if (!end.isEmpty() && !Character.isLetterOrDigit(end.charAt(end.length() - 1))) {
      features.addNamed("ends " + end.charAt(end.length() - 1));
    }
  }

  private static int one(char kind, String word) {
    return Features.end(Features.mix(Features.start(kind), word));
  }
}
