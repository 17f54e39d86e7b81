package org.otklik.models.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces names of private persons by {@code [имя]}: a given name with a patronymic or surname, a
 * surname with initials; in lower case too where a patronymic or «меня зовут» shows it (see {@link
 * LowerCaseNames}). A given name alone stays, and so do officials named with their post
 * («губернатор Иванов И. И.»), streets and whatever is named after someone («ул. Ивана Кузнецова»,
 * «школа имени Пушкина»).
 */
final class PersonNameMasker {
  static final String MASK = "[имя]";

  /** Two or more capitalised words in a row, initials among them. */
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:\\p{Lu}(?:\\p{L}{1,24}(?:-\\p{Lu}\\p{L}{1,24})?|\\.))"
              + "(?:[ \\u00A0]{0,2}\\p{Lu}(?:\\p{L}{1,24}(?:-\\p{Lu}\\p{L}{1,24})?(?!\\p{L})|\\.)){1,4}");

  private static final Pattern PART =
      Pattern.compile("\\p{Lu}(?:\\p{L}{1,24}(?:-\\p{L}{2,24})?|\\.)");
  private static final Pattern NOT_A_PERSON =
      Pattern.compile(
          "(?iu)(?:^|[^\\p{L}])(?:ул|улиц[аыуеой]{1,2}|пр|пр-т|просп|проспект[аеу]?|пер|переул[а-я]{2,4}|пл"
              + "|площад[ьию]|бульвар[аеу]?|б-р|наб|набережн[а-я]{2}|шоссе|проезд[аеу]?|тупик[аеу]?"
              + "|имени|им|памятник[ау]?|сквер[аеу]?|парк[аеу]?|микрорайон[аеу]?|мкр|ост|остановк[аеиу]"
              + "|теплоход[аеу]?|мыс[аеу]?)\\.?[ \\u00A0«\"]*$");
  private static final Pattern OFFICIAL =
      Pattern.compile(
          "(?iu)(?:^|[^\\p{L}])(?:губернатор|вице-губернатор|врио|мэр|глав[аыеу]|министр|президент|премьер"
              + "|депутат|сенатор|прокурор|полпред|спикер)[а-яё]{0,3}"
              + "(?:[ \\u00A0,]+[\\p{L}-]+){0,4}?[ \\u00A0,]*$");
  private static final int LOOK_BACK = 80;
  private static final int LONGEST_NAME = 3;
  private static final int MOST_SPACES = 2;

  private PersonNameMasker() {}

  /** The text with names masked; the same text when there are none. */
  static String mask(String text) {
    return maskCapitalised(LowerCaseNames.mask(text));
  }

  private static String maskCapitalised(String text) {
    int at = pairOfCapitals(text, 0);
    if (at < 0) {
      return text;
    }
    Matcher candidate = CANDIDATE.matcher(text).useTransparentBounds(true);
    NameDictionary names = NameDictionary.ofThisThread();
    StringBuilder masked = null;
    int copied = 0;
    for (int from = 0; at >= 0; at = pairOfCapitals(text, from)) {
      from = at + 1;
      if (!candidate.region(at, text.length()).lookingAt()) {
        continue;
      }
      from = candidate.end();
      Span person = person(text, candidate.start(), candidate.end(), names);
      if (person == null || isPublic(text, person.start)) {
        continue;
      }
      if (masked == null) {
        masked = new StringBuilder(text.length());
      }
      masked.append(text, copied, person.start).append(MASK);
      copied = person.end;
    }
    return masked == null ? text : masked.append(text, copied, text.length()).toString();
  }

  /** Where a capitalised word or initial is followed by another: cheaper than the pattern. */
  private static int pairOfCapitals(String text, int from) {
    int last = -1;
    boolean afterLetter = from > 0 && Letters.isLetterOrDigit(text.charAt(from - 1));
    int gap = MOST_SPACES + 1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Letters.isLetter(c)) {
        if (!afterLetter) {
          boolean capital = Letters.isUpperCase(c);
          if (capital && last >= 0 && gap <= MOST_SPACES) {
            return last;
          }
          last = capital ? i : -1;
        }
        afterLetter = true;
        gap = 0;
      } else {
        afterLetter = c == '-' && afterLetter;
        gap = c == ' ' || c == '\u00A0' ? gap + 1 : c == '.' || c == '-' ? gap : MOST_SPACES + 1;
      }
    }
    return -1;
  }

  private record Span(int start, int end) {}

  private enum Kind {
    INITIAL,
    GIVEN,
    PATRONYMIC,
    SURNAME,
    /** A word the dictionary does not have: may be a rare surname. */
    UNKNOWN,
    COMMON
  }

  private record Part(Set<Kind> kinds, int start, int end) {
    boolean is(Kind kind) {
      return kinds.contains(kind);
    }
  }

  /** The longest run of name parts among the candidate's words that makes a person. */
  private static @Nullable Span person(String text, int from, int to, NameDictionary names) {
    List<Part> parts = parts(text, from, to, names);
    for (int length = LONGEST_NAME; length > 1; length--) {
      for (int start = 0; start + length <= parts.size(); start++) {
        if (isPerson(parts.subList(start, start + length))) {
          return new Span(parts.get(start).start, parts.get(start + length - 1).end);
        }
      }
    }
    return null;
  }

  private static List<Part> parts(String text, int from, int to, NameDictionary names) {
    List<Part> parts = new ArrayList<>();
    Matcher part = PART.matcher(text).region(from, to);
    while (part.find()) {
      parts.add(new Part(kinds(part.group(), names), part.start(), part.end()));
    }
    return parts;
  }

  private static Set<Kind> kinds(String word, NameDictionary names) {
    if (word.endsWith(".")) {
      return Set.of(Kind.INITIAL);
    }
    if (names.isPatronymic(Lemmatizer.normalize(word))) {
      return Set.of(Kind.PATRONYMIC);
    }
    boolean given = names.isGivenName(word);
    boolean surname = names.isSurname(word);
    if (given && surname) {
      return Set.of(Kind.GIVEN, Kind.SURNAME);
    }
    if (given || surname) {
      return Set.of(given ? Kind.GIVEN : Kind.SURNAME);
    }
    return Set.of(names.isUnknown(word) ? Kind.UNKNOWN : Kind.COMMON);
  }

  private static boolean isPerson(List<Part> parts) {
    if (parts.size() == 2) {
      return is(parts, Kind.GIVEN, Kind.PATRONYMIC)
          || is(parts, Kind.GIVEN, Kind.SURNAME)
          || is(parts, Kind.SURNAME, Kind.GIVEN)
          || is(parts, Kind.SURNAME, Kind.INITIAL)
          || is(parts, Kind.INITIAL, Kind.SURNAME);
    }
    return is(parts, Kind.GIVEN, Kind.PATRONYMIC, Kind.SURNAME)
        || is(parts, Kind.SURNAME, Kind.GIVEN, Kind.PATRONYMIC)
        || is(parts, Kind.UNKNOWN, Kind.GIVEN, Kind.PATRONYMIC)
        || is(parts, Kind.SURNAME, Kind.INITIAL, Kind.INITIAL)
        || is(parts, Kind.UNKNOWN, Kind.INITIAL, Kind.INITIAL)
        || is(parts, Kind.INITIAL, Kind.INITIAL, Kind.SURNAME)
        || is(parts, Kind.INITIAL, Kind.INITIAL, Kind.UNKNOWN);
  }

  private static boolean is(List<Part> parts, Kind... kinds) {
    if (parts.size() != kinds.length) {
      return false;
    }
    for (int i = 0; i < kinds.length; i++) {
      if (!parts.get(i).is(kinds[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether what stands before makes it a street, a monument or an official. */
  static boolean isPublic(String text, int start) {
    String before = text.substring(Math.max(0, start - LOOK_BACK), start);
    return NOT_A_PERSON.matcher(before).find() || OFFICIAL.matcher(before).find();
  }
}
