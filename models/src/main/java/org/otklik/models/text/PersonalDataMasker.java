package org.otklik.models.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces what points to a private person by the kind of thing it was: {@code [телефон]}, {@code
 * [почта]}, {@code [карта]}, {@code [паспорт]}, {@code [снилс]}, {@code [квартира]}, {@code [имя]}.
 * Masking comes before anything is indexed, logged or handed on (152-ФЗ). It would rather mask a
 * number too many than one too few; house numbers, dates and sums stay.
 */
public final class PersonalDataMasker {

  private record Rule(Pattern pattern, String replacement) {}

  private static final String NOT_IN_NUMBER = "(?<![\\d№#.,/-])";
  private static final String NUMBER_ENDS = "(?![\\d]|[.,]\\d)";
  private static final String GAP = "[\\s\\u00A0().–—-]{0,3}";

  /** In this order: what is longer and more certain first. */
  private static final List<Rule> RULES =
      List.of(
          rule("[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.\\p{L}{2,}", "[почта]"),
          rule(
              NOT_IN_NUMBER
                  + "\\d{4}[\\s-]?\\d{4}[\\s-]?\\d{4}[\\s-]?\\d{4}(?:[\\s-]?\\d{2,3})?"
                  + NUMBER_ENDS,
              "[карта]"),
          rule(NOT_IN_NUMBER + "\\d{3}-\\d{3}-\\d{3}[\\s-]\\d{2}" + NUMBER_ENDS, "[снилс]"),
          rule(
              "(?iu)(паспорт\\p{L}*[^\\d\\n]{0,30})\\d{2}\\s?\\d{2}\\s?(?:№|N|номер)?\\s?\\d{6}"
                  + NUMBER_ENDS,
              "$1[паспорт]"),
          rule(
              "(?iu)(серия\\s*)\\d{2}\\s?\\d{2}(\\s*(?:№|N|номер)\\s*)\\d{6}" + NUMBER_ENDS,
              "$1[паспорт]"),
          // +7/8 and ten digits, however they are grouped
          rule(
              "(?<![\\d№#])(?:\\+?7|8)"
                  + GAP
                  + "\\d{3}"
                  + GAP
                  + "\\d"
                  + GAP
                  + "\\d"
                  + GAP
                  + "\\d"
                  + GAP
                  + "\\d"
                  + GAP
                  + "\\d"
                  + GAP
                  + "\\d"
                  + GAP
                  + "\\d(?!\\d)",
              "[телефон]"),
          rule(
              "(?<![\\d№#])(?:\\+?7|8)"
                  + GAP
                  + "\\d{4,5}"
                  + GAP
                  + "\\d{2,3}"
                  + GAP
                  + "\\d{2}"
                  + GAP
                  + "\\d{2}(?!\\d)",
              "[телефон]"),
          // ten digits of a mobile number without the leading 8
          rule(
              NOT_IN_NUMBER
                  + "9\\d{2}"
                  + GAP
                  + "\\d{3}"
                  + GAP
                  + "\\d{2}"
                  + GAP
                  + "\\d{2}"
                  + NUMBER_ENDS,
              "[телефон]"),
          // a local number: after the word, or grouped 12-34-56 / 123-45-67
          rule(
              "(?iu)((?:тел|телефон\\p{L}*|звоните|звонить|т)[.:\\s]{1,3}(?:по\\s)?)\\d{2,3}[\\s-]?\\d{2}[\\s-]?\\d{2}(?!\\d)",
              "$1[телефон]"),
          rule("(?<![\\d№#.,/-])\\d{2,3}-\\d{2}-\\d{2}(?![\\d-]|\\.\\d)", "[телефон]"),
          rule("(?<![\\p{L}\\d_])@[A-Za-z][A-Za-z0-9_]{4,31}", "[имя]"),
          rule(
              "(?iu)(?<!\\p{L})(кв(?:артир[аыеуой]{1,2})?\\.?\\s?(?:№\\s?)?)\\d{1,4}(?!\\d|\\s?(?:м|метр|%|тыс))",
              "$1[квартира]"));

  private PersonalDataMasker() {}

  private static Rule rule(String pattern, String replacement) {
    return new Rule(Pattern.compile(pattern), replacement);
  }

  /** The text with personal data masked; the same text when there is none. */
  public static String mask(String text) {
    String masked = PersonNameMasker.mask(text);
    if (!mayHoldPersonalData(masked)) {
      return masked;
    }
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern.matcher(masked);
      if (matcher.find()) {
        masked = matcher.replaceAll(rule.replacement);
      }
    }
    return masked;
  }

  private static boolean mayHoldPersonalData(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@' || Character.isDigit(c)) {
        return true;
      }
    }
    return false;
  }
}
