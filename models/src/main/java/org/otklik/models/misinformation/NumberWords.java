package org.otklik.models.misinformation;

import java.util.Map;

/**
 * The values of number words, so that «15 тыс.», «15 000» and «пятнадцать тысяч» are the same
 * number.
 */
final class NumberWords {
  private static final double NONE = Double.NaN;

  private static final Map<String, Integer> ADDED =
      Map.ofEntries(
          Map.entry("два", 2),
          Map.entry("двое", 2),
          Map.entry("три", 3),
          Map.entry("трое", 3),
          Map.entry("четыре", 4),
          Map.entry("пять", 5),
          Map.entry("шесть", 6),
          Map.entry("семь", 7),
          Map.entry("восемь", 8),
          Map.entry("девять", 9),
          Map.entry("десять", 10),
          Map.entry("десяток", 10),
          Map.entry("одиннадцать", 11),
          Map.entry("двенадцать", 12),
          Map.entry("тринадцать", 13),
          Map.entry("четырнадцать", 14),
          Map.entry("пятнадцать", 15),
          Map.entry("шестнадцать", 16),
          Map.entry("семнадцать", 17),
          Map.entry("восемнадцать", 18),
          Map.entry("девятнадцать", 19),
          Map.entry("двадцать", 20),
          Map.entry("двадцатка", 20),
          Map.entry("тридцать", 30),
          Map.entry("тридцатка", 30),
          Map.entry("сорок", 40),
          Map.entry("пятьдесят", 50),
          Map.entry("шестьдесят", 60),
          Map.entry("семьдесят", 70),
          Map.entry("восемьдесят", 80),
          Map.entry("девяносто", 90),
          Map.entry("сто", 100),
          Map.entry("сотня", 100),
          Map.entry("двести", 200),
          Map.entry("триста", 300),
          Map.entry("четыреста", 400),
          Map.entry("пятьсот", 500),
          Map.entry("шестьсот", 600),
          Map.entry("семьсот", 700),
          Map.entry("восемьсот", 800),
          Map.entry("девятьсот", 900),
          Map.entry("первый", 1),
          Map.entry("пара", 2),
          Map.entry("пятерка", 5),
          Map.entry("десятка", 10),
          Map.entry("полтинник", 50),
          Map.entry("полсотни", 50),
          Map.entry("пятихатка", 500),
          Map.entry("полтысячи", 500));

  private static final Map<String, Integer> MULTIPLIED =
      Map.of(
          "тысяча",
          1000,
          "тыс",
          1000,
          "тыща",
          1000,
          "тыщ",
          1000,
          "тыщи",
          1000,
          "косарь",
          1000,
          "миллион",
          1_000_000,
          "млн",
          1_000_000,
          "миллиард",
          1_000_000_000,
          "млрд",
          1_000_000_000);

  private NumberWords() {}

  /** The value of a word that adds up («двадцать», «5»), NaN when it is none. */
  static double added(String surface, String lemma) {
    if (Character.isDigit(surface.charAt(0))) {
      return digits(surface);
    }
    Integer value = ADDED.get(lemma);
    if (value == null) {
      value = ADDED.get(surface);
    }
    return value == null ? NONE : value;
  }

  /** The value of a word that multiplies what stands before it («тысяч»), NaN when it is none. */
  static double multiplier(String surface, String lemma) {
    Integer value = MULTIPLIED.get(lemma);
    if (value == null) {
      value = MULTIPLIED.get(surface);
    }
    return value == null ? NONE : value;
  }

  private static double digits(String surface) {
    double value = 0;
    double fraction = 0;
    int i = 0;
    for (; i < surface.length(); i++) {
      char c = surface.charAt(i);
      if (c >= '0' && c <= '9') {
        if (fraction == 0) {
          value = value * 10 + (c - '0');
        } else {
          value += (c - '0') * fraction;
          fraction /= 10;
        }
      } else if ((c == ',' || c == '.') && fraction == 0) {
        fraction = 0.1;
      } else {
        break;
      }
    }
    String rest = surface.substring(i);
    if (rest.startsWith("т") || rest.equals("к")) {
      return value * 1000;
    }
    return value;
  }
}
