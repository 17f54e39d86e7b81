package org.otklik.models.topic;

import java.util.List;
import java.util.Set;
import org.otklik.models.text.Token;

/**
 * What the type model sees of a text: words as written (the form tells a request from a report),
 * dictionary forms, pairs, the way it begins, and its punctuation.
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

  private TypeFeatures() {}

  /**
   * The features of a text.
   *
   * @param text the text
   * @param tokens its words
   */
  public static Features of(String text, List<Token> tokens) {
    Features features = new Features();
    String previous = "^";
    String previousSurface = "^";
    int last = Math.min(tokens.size(), LONGEST_TEXT_IN_TOKENS);
    int opening = 0;
    for (int i = 0; i < last; i++) {
      Token token = tokens.get(i);
      boolean number = Character.isDigit(token.surface().charAt(0));
      String lemma = number ? "#" : token.lemma();
      String surface = number ? "#" : token.surface();
      features.add(one('l', lemma), i);
      features.add(one('w', surface), i);
      features.add(two('b', previous, lemma), i);
      features.add(two('v', previousSurface, surface), i);
      if (surface.length() > 4 && surface.endsWith("те")) {
        features.add(one('e', surface.substring(surface.length() - 3)), i);
      }
      if (opening < OPENING && !GREETINGS.contains(lemma)) {
        features.add(one('o', lemma), i);
        opening++;
      }
      addCue(lemma, i, features);
      previous = lemma;
      previousSurface = surface;
    }
    addPunctuation(text, features);
    features.addNamed("length " + Math.min(8, Integer.SIZE - Integer.numberOfLeadingZeros(last)));
    return features;
  }

  private static void addCue(String lemma, int word, Features features) {
    if (QUESTION_WORDS.contains(lemma)) {
      features.add(one('c', "question"), word);
    }
    if (THANKS.contains(lemma)) {
      features.add(one('c', "thanks"), word);
    }
    if (WISHES.contains(lemma)) {
      features.add(one('c', "wish"), word);
    }
    if (FAULTS.contains(lemma)) {
      features.add(one('c', "fault"), word);
    }
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

  private static int two(char kind, String first, String second) {
    return Features.end(
        Features.mix(Features.mix(Features.mix(Features.start(kind), first), ' '), second));
  }
}
