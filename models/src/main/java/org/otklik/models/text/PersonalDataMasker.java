package org.otklik.models.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what points to a private person by the kind of thing it was: {@code [телефон]}, {@code
 * [почта]}, {@code [карта]}, {@code [паспорт]}, {@code [снилс]}, {@code [счёт]}, {@code
 * [квартира]}, {@code [имя]}, {@code [профиль]}. Masking comes before anything is indexed, logged
 * or handed on (152-ФЗ). It would rather mask a number too many than one too few; house numbers,
 * dates and sums stay.
 */
public final class PersonalDataMasker {

  /** What a text must hold for a rule to be worth trying: far cheaper than the rule. */
  private record Needs(
      boolean at, boolean slash, int digitsInARow, boolean flat, @Nullable String word) {
    static final Needs AT = new Needs(true, false, 0, false, null);
    static final Needs SLASH = new Needs(false, true, 0, false, null);
    static final Needs FLAT = new Needs(false, false, 1, true, null);

    static Needs digits(int digitsInARow) {
      return new Needs(false, false, digitsInARow, false, null);
    }

    /** The same, and a word in small letters that the text holds in whatever case. */
    Needs and(String needed) {
      return new Needs(at, slash, digitsInARow, flat, needed);
    }

    boolean metBy(Needs found, String text) {
      return (!at || found.at)
          && (!slash || found.slash)
          && digitsInARow <= found.digitsInARow
          && (!flat || found.flat)
          && (word == null || Letters.contain(text, word));
    }
  }

  private record Rule(Needs needs, Pattern pattern, String replacement) {}

  /** «vk.com/wall-81234567_123» is a post. */
  private static final String NOT_IN_POST = "(?<!(?:wall|photo|video|topic|clip|album|doc)-?)";

  /** After «№» only where a word says whose number it is: «приказ №…» is none of a person. */
  private static final String NUMBER_OF =
      "(?<=[№#])(?<=(?iu:тел|сот|моб|ном|карт|звон|ватсап)\\p{L}{0,10}[.:,\\s]{0,3}[№#])";

  // The first look ahead is for speed: where no number begins, nothing behind is looked at.
  private static final String NOT_IN_NUMBER =
      "(?=\\d)(?:(?<![\\d№#]|\\d[.,/-])|" + NUMBER_OF + ")" + NOT_IN_POST;
  private static final String TELEPHONE_STARTS =
      "(?=[+78])(?:(?<![\\d№#])|" + NUMBER_OF + ")" + NOT_IN_POST + "(?:\\+?7|8)";
  private static final String NUMBER_ENDS = "(?![\\d]|[.,]\\d)";
  private static final String DASH = "[\\p{Pd}\\u2212]";
  private static final String JOINT = "[\\s\\p{Zs}\\p{Pd}\\u2212._]?";
  private static final int LONGEST_GAP = 3;
  private static final char FIRST_DIGIT_BEYOND_ASCII = '\u0660';
  private static final String GAP = "[\\s\\p{Zs}\\p{Pd}\\u2212()./_]{0,3}";
  private static final String OF_MAIL = "[\\p{L}\\d._%+-]";
  private static final String FLAT_WORD = "(?:квартир|кв-р)";

  /** In this order: what is longer and more certain first. */
  private static final List<Rule> RULES =
      List.of(
          rule(
              Needs.SLASH,
              "(?i)(?<![\\p{L}\\d_.-])(?:https?://)?(?:www\\.|m\\.)?"
                  + "(?:vk\\.(?:com|ru)/id\\d++|ok\\.ru/profile/\\d++)(?![\\p{L}_])"
                  + "(?:[/?#][^\\s,;)»\"]*+)?",
              "[профиль]"),
          rule(
              Needs.SLASH,
              "(?i)(?<![\\p{L}\\d_.-])(?:https?://)?(?:www\\.)?(?:t|telegram)\\.me/"
                  + "[a-z]\\w{4,31}+(?!\\w|/\\w)/?",
              "[профиль]"),
          rule(
              Needs.AT,
              "(?<!"
                  + OF_MAIL
                  + ")"
                  + OF_MAIL
                  + "++@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+){0,8}\\.\\p{L}{2,}",
              "[почта]"),
          rule(
              Needs.digits(20),
              "(?=\\d)(?<!\\d|\\d[.,/-])(?:\\d{20}|"
                  + String.join(JOINT, "\\d{5}", "\\d{3}", "\\d", "\\d{4}", "\\d{7}")
                  + "|"
                  + String.join(JOINT, "\\d{4}", "\\d{4}", "\\d{4}", "\\d{4}", "\\d{4}")
                  + ")"
                  + NUMBER_ENDS,
              "[счёт]"),
          rule(
              Needs.digits(11).and("снилс"),
              "(?iu)(снилс\\p{L}{0,3}[^\\d\\n]{0,20})"
                  + String.join(JOINT, "\\d{3}", "\\d{3}", "\\d{3}", "\\d{2}")
                  + NUMBER_ENDS,
              "$1[снилс]"),
          rule(
              Needs.digits(16),
              NOT_IN_NUMBER
                  + String.join(JOINT, "\\d{4}", "\\d{4}", "\\d{4}", "\\d{4}")
                  + "(?:"
                  + JOINT
                  + "\\d{2,3})?"
                  + NUMBER_ENDS,
              "[карта]"),
          rule(
              Needs.digits(11),
              NOT_IN_NUMBER
                  + String.join(DASH, "\\d{3}", "\\d{3}", "\\d{3}")
                  + "[\\s\\p{Pd}]\\d{2}"
                  + NUMBER_ENDS,
              "[снилс]"),
          rule(
              Needs.digits(6).and("паспорт"),
              "(?iu)(паспорт\\p{L}{0,10}+[^\\d\\n]{0,30})\\d{2}\\s?\\d{2}\\s?(?:№|N|номер)?\\s?\\d{6}"
                  + NUMBER_ENDS,
              "$1[паспорт]"),
          rule(
              Needs.digits(6).and("серия"),
              "(?iu)(серия\\s{0,5})\\d{2}\\s?\\d{2}(\\s{0,5}(?:№|N|номер)\\s{0,5})\\d{6}"
                  + NUMBER_ENDS,
              "$1[паспорт]"),
          // +7/8 and ten digits, however they are grouped
          rule(
              Needs.digits(11),
              TELEPHONE_STARTS
                  + GAP
                  + String.join(GAP, "\\d{3}", "\\d", "\\d", "\\d", "\\d", "\\d", "\\d", "\\d")
                  + "(?!\\d)",
              "[телефон]"),
          rule(
              Needs.digits(11),
              TELEPHONE_STARTS
                  + GAP
                  + String.join(GAP, "\\d{4,5}", "\\d{2,3}", "\\d{2}", "\\d{2}")
                  + "(?!\\d)",
              "[телефон]"),
          // ten digits of a mobile number without the leading 8
          rule(
              Needs.digits(10),
              NOT_IN_NUMBER
                  + String.join(GAP, "9\\d{2}", "\\d{3}", "\\d{2}", "\\d{2}")
                  + NUMBER_ENDS,
              "[телефон]"),
          // a local number: after the word, or grouped 12-34-56 / 123-45-67
          rule(
              Needs.digits(6),
              "(?=[тТзЗ])(?iu)((?:тел|телефон\\p{L}{0,5}|звоните|звонить|(?<!\\p{L})т)[.:\\s]{1,3}(?:по\\s)?(?:№\\s?)?)"
                  + String.join("[\\s\\p{Pd}]?", "\\d{2,3}", "\\d{2}", "\\d{2}")
                  + "(?!\\d)",
              "$1[телефон]"),
          rule(
              Needs.digits(6),
              "(?=\\d)(?<![\\d№#.,/\\p{Pd}])"
                  + String.join(DASH, "\\d{2,3}", "\\d{2}", "\\d{2}")
                  + "(?![\\d\\p{Pd}]|\\.\\d)",
              "[телефон]"),
          rule(Needs.AT, "(?<![\\p{L}\\d_])@[A-Za-z][A-Za-z0-9_]{4,31}", "[имя]"),
          rule(
              Needs.FLAT,
              "(?=[кК])(?iu)(?<!\\p{L})((?:"
                  + FLAT_WORD
                  + "[аыеуой]{1,2}|кв)[.:]?\\s?(?:(?:№|N|номер)\\s?)?)"
                  + "\\d{1,4}(?!\\d|\\s?(?:м(?!\\p{L})|метр|%|тыс))",
              "$1[квартира]"),
          // «45-я квартира», «в 45 квартире»; but «3 квартиры» and «45 квартир» are counts
          rule(
              Needs.FLAT,
              "(?iu)(?=\\d)(?<![\\d№#.,/\\p{Pd}]|(?<!\\p{L})д(?:ом\\p{L}{0,3})?[.\\s]{1,2})\\d{1,4}"
                  + "(\\s?-?(?:я|й|ю|ая|ой|ую|ей)\\s{1,2}"
                  + FLAT_WORD
                  + "[аыеу]|\\s{1,2}"
                  + FLAT_WORD
                  + "(?:[аеу]|ой)|(?:(?<!(?<!1)[234])|(?<=(?<!\\p{L})(?:из|с|от|у)\\s\\d{1,4}))\\s{1,2}"
                  + FLAT_WORD
                  + "ы)(?!\\p{L}|[.:]?\\s?(?:(?:№|N|номер)\\s?)?(?:\\d|\\[квартира))",
              "[квартира]$1"));

  private PersonalDataMasker() {}

  private static Rule rule(Needs needs, String pattern, String replacement) {
    return new Rule(needs, Pattern.compile(pattern), replacement);
  }

  /** The text with personal data masked; the same text when there is none. */
  public static String mask(String text) {
    String masked = PersonNameMasker.mask(withPlainDigits(text));
    Needs met = whatItHolds(masked);
    if (!met.at && !met.slash && met.digitsInARow == 0) {
      return masked;
    }
    for (Rule rule : RULES) {
      if (rule.needs.metBy(met, masked)) {
        Matcher matcher = rule.pattern.matcher(masked);
        if (matcher.find()) {
          masked = matcher.replaceAll(rule.replacement);
        }
      }
    }
    return masked;
  }

  /** The same text with the digits of other scripts and full width as 0–9. */
  private static String withPlainDigits(String text) {
    char @Nullable [] plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_DIGIT_BEYOND_ASCII && Character.isDigit(c)) {
        plain = plain == null ? text.toCharArray() : plain;
        plain[i] = Character.forDigit(Character.digit(c, 10), 10);
      }
    }
    return plain == null ? text : new String(plain);
  }

  private static Needs whatItHolds(String text) {
    boolean at = false;
    boolean slash = false;
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
      } else if (digits > 0 && (++gap > LONGEST_GAP || Letters.isRussian(c) || !isGap(c))) {
        digits = 0;
      }
      at |= c == '@';
      slash |= c == '/' && i > 0 && isLatin(text.charAt(i - 1)); // as in every address
      flat |= (c == 'в' || c == 'В') && beginsWithK(text, i - 1);
    }
    return new Needs(at, slash, most, flat, null);
  }

  /** Every word for a flat begins with «кв». */
  private static boolean beginsWithK(String text, int at) {
    return at >= 0
        && Letters.lower(text.charAt(at)) == 'к'
        && (at == 0 || !Letters.isLetter(text.charAt(at - 1)));
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isGap(char c) {
    return c == ' '
        || "()./_\u2212".indexOf(c) >= 0
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.DASH_PUNCTUATION;
  }
}
