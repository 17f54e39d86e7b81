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

  /** What a text must hold for a rule to be worth trying: far cheaper than the rule. */
  private record Needs(boolean at, int digitsInARow, boolean flat) {
    static final Needs AT = new Needs(true, 0, false);
    static final Needs FLAT = new Needs(false, 1, true);

    static Needs digits(int digitsInARow) {
      return new Needs(false, digitsInARow, false);
    }

    boolean metBy(Needs text) {
      return (!at || text.at) && digitsInARow <= text.digitsInARow && (!flat || text.flat);
    }
  }

  private record Rule(Needs needs, Pattern pattern, String replacement) {}

  private static final String NOT_IN_NUMBER = "(?<![\\d№#.,/-])";
  private static final String NUMBER_ENDS = "(?![\\d]|[.,]\\d)";
  private static final int LONGEST_GAP = 3;
  private static final String GAP = "[\\s\\u00A0().–—-]{0,3}";

  /** In this order: what is longer and more certain first. */
  private static final List<Rule> RULES =
      List.of(
          rule(
              Needs.AT,
              "[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.\\p{L}{2,}",
              "[почта]"),
          rule(
              Needs.digits(16),
              NOT_IN_NUMBER
                  + "\\d{4}[\\s-]?\\d{4}[\\s-]?\\d{4}[\\s-]?\\d{4}(?:[\\s-]?\\d{2,3})?"
                  + NUMBER_ENDS,
              "[карта]"),
          rule(
              Needs.digits(11),
              NOT_IN_NUMBER + "\\d{3}-\\d{3}-\\d{3}[\\s-]\\d{2}" + NUMBER_ENDS,
              "[снилс]"),
          rule(
              Needs.digits(6),
              "(?iu)(паспорт\\p{L}*[^\\d\\n]{0,30})\\d{2}\\s?\\d{2}\\s?(?:№|N|номер)?\\s?\\d{6}"
                  + NUMBER_ENDS,
              "$1[паспорт]"),
          rule(
              Needs.digits(6),
              "(?iu)(серия\\s*)\\d{2}\\s?\\d{2}(\\s*(?:№|N|номер)\\s*)\\d{6}" + NUMBER_ENDS,
              "$1[паспорт]"),
          // +7/8 and ten digits, however they are grouped
          rule(
              Needs.digits(11),
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
              Needs.digits(11),
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
              Needs.digits(10),
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
              Needs.digits(6),
              "(?iu)((?:тел|телефон\\p{L}*|звоните|звонить|т)[.:\\s]{1,3}(?:по\\s)?)\\d{2,3}[\\s-]?\\d{2}[\\s-]?\\d{2}(?!\\d)",
              "$1[телефон]"),
          rule(
              Needs.digits(6),
              "(?<![\\d№#.,/-])\\d{2,3}-\\d{2}-\\d{2}(?![\\d-]|\\.\\d)",
              "[телефон]"),
          rule(Needs.AT, "(?<![\\p{L}\\d_])@[A-Za-z][A-Za-z0-9_]{4,31}", "[имя]"),
          rule(
              Needs.FLAT,
              "(?iu)(?<!\\p{L})(кв(?:артир[аыеуой]{1,2})?\\.?\\s?(?:№\\s?)?)\\d{1,4}(?!\\d|\\s?(?:м|метр|%|тыс))",
              "$1[квартира]"));

  private PersonalDataMasker() {}

  private static Rule rule(Needs needs, String pattern, String replacement) {
    return new Rule(needs, Pattern.compile(pattern), replacement);
  }

  /** The text with personal data masked; the same text when there is none. */
  public static String mask(String text) {
    String masked = PersonNameMasker.mask(text);
    Needs met = whatItHolds(masked);
    if (!met.at && met.digitsInARow == 0) {
      return masked;
    }
    for (Rule rule : RULES) {
      if (rule.needs.metBy(met)) {
        Matcher matcher = rule.pattern.matcher(masked);
        if (matcher.find()) {
          masked = matcher.replaceAll(rule.replacement);
        }
      }
    }
    return masked;
  }

  private static Needs whatItHolds(String text) {
    boolean at = false;
    boolean flat = false;
    int most = 0;
    int digits = 0;
    int gap = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
        gap = 0;
        most = Math.max(most, digits);
      } else if (++gap > LONGEST_GAP || !isGap(c)) {
        digits = 0;
      }
      at |= c == '@';
      flat |= (c == 'в' || c == 'В') && i > 0 && isK(text.charAt(i - 1));
    }
    return new Needs(at, most, flat);
  }

  private static boolean isK(char c) {
    return c == 'к' || c == 'К';
  }

  private static boolean isGap(char c) {
    return c == ' '
        || c == '-'
        || c == '.'
        || c == '('
        || c == ')'
        || c == '–'
        || c == '—'
        || c == '\u00A0'
        || c == '\n'
        || c == '\t';
  }
}
