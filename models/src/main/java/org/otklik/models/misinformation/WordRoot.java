package org.otklik.models.misinformation;

import java.util.List;

/**
 * The part that derived words have in common: «закрыть», «закрывать», «закрытие» → «закр»;
 * «Приреченск», «приреченцы» → «приречен». A rule of thumb without a dictionary of roots: one
 * derivational ending and the inflectional one are cut, the last consonant is levelled where
 * Russian alternates it (к/ч, г/ж, х/ш). Prefixes stay: «закрыть» is not «открыть».
 */
final class WordRoot {
  private static final int SHORTEST = 4;
  private static final int SHORTEST_DERIVED = 5;

  /** Endings of people and things of a place. */
  private static final List<String> OF_PLACES =
      List.of("чанин", "чанка", "чане", "инский", "ский", "ской", "ец", "цы", "ск");

  /** Longest first within one step; the first that leaves enough letters is cut. */
  private static final List<String> DERIVATIONS =
      List.of(
          "ировать",
          "ировка",
          "ивание",
          "ывание",
          "ование",
          "евание",
          "ательный",
          "ительный",
          "ический",
          "ировать",
          "овский",
          "евский",
          "ованный",
          "ывать",
          "ивать",
          "овать",
          "евать",
          "ение",
          "ание",
          "яние",
          "енный",
          "анный",
          "ость",
          "ство",
          "тель",
          "льный",
          "овый",
          "евый",
          "янин",
          "очка",
          "ечка",
          "ушка",
          "юшка",
          "ишка",
          "онок",
          "енок",
          "тие",
          "ция",
          "ать",
          "ять",
          "ить",
          "еть",
          "ыть",
          "уть",
          "оть",
          "нуть",
          "щик",
          "чик",
          "ник",
          "ица",
          "ный",
          "ний",
          "ной",
          "ик",
          "ок",
          "ек",
          "ка",
          "ти",
          "чь");

  private static final List<String> INFLECTIONS =
      List.of(
          "ями", "ами", "ых", "их", "ым", "им", "ого", "его", "ому", "ему", "ыми", "ими", "ая",
          "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ия", "ью", "ам", "ям", "ах", "ях", "ом",
          "ем", "ов", "ев", "ей", "а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й");

  private WordRoot() {}

  /** The root of a normalised dictionary form; the word itself when it is short or no word. */
  static String of(String lemma) {
    if (lemma.length() <= SHORTEST || Character.isDigit(lemma.charAt(0))) {
      return lemma;
    }
    String root = lemma;
    if (root.endsWith("ться") || root.endsWith("тись") || root.endsWith("чься")) {
      root = root.substring(0, root.length() - 2);
    }
    String cut = cut(root, OF_PLACES, SHORTEST);
    if (cut.equals(root)) {
      cut = cut(root, DERIVATIONS, SHORTEST_DERIVED);
    }
    if (cut.equals(root)) {
      // names that the dictionary does not know come with their case: «Приреченском»
      String bare = cut(root, INFLECTIONS, SHORTEST);
      cut = bare.endsWith("ск") ? cut(bare, OF_PLACES, SHORTEST) : bare;
    }
    root = cut;
    return level(root);
  }

  private static String cut(String word, List<String> endings, int shortest) {
    for (String ending : endings) {
      if (word.length() - ending.length() >= shortest && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private static String level(String root) {
    int last = root.length() - 1;
    if (last < SHORTEST - 1) {
      return root;
    }
    char levelled =
        switch (root.charAt(last)) {
          case 'ч' -> 'к';
          case 'ж' -> 'г';
          case 'ш' -> 'х';
          case 'ь' -> '\0';
          default -> root.charAt(last);
        };
    return levelled == '\0' ? root.substring(0, last) : root.substring(0, last) + levelled;
  }
}
