package org.otklik.models.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names that need no capitals to be known: a given name with a patronymic («иванов иван иванович»)
 * and how the author calls himself («меня зовут мария»).
 */
final class LowerCaseNames {
  private static final Pattern PATRONYMIC_ENDS =
      Pattern.compile("(?iu)(?:[ое]в(?:ич|н)|ичн|ьич|[кмт]ич)(?:а|у|ем|е|ы|ой|ою)?(?![\\p{L}\\d])");
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:меня\\s{1,3}зовут|зовут\\s{1,3}меня)[\\s:,–—-]{1,3}(?=\\p{L})");
  private static final String INTRODUCES = "зовут";
  private static final int LONGEST_WORD = 30;
  private static final int LONGEST_NAME = 3;
  private static final int MOST_SPACES = 2;

  private LowerCaseNames() {}

  private record Span(int start, int end) {
    String of(String text) {
      return text.substring(start, end);
    }
  }

  /** Finds where a name may be; it goes on behind what it found last. */
  private interface Trigger {
    boolean find();
  }

  private interface Finder {
    @Nullable Span find(String text, Matcher trigger, NameDictionary names);
  }

  static String mask(String text) {
    return maskWithPatronymics(maskIntroduced(text));
  }

  private static String maskIntroduced(String text) {
    if (!Letters.contain(text, INTRODUCES)) {
      return text;
    }
    Matcher introduction = INTRODUCTION.matcher(text);
    return mask(text, introduction, introduction::find, LowerCaseNames::introduced);
  }

  private static String maskWithPatronymics(String text) {
    Matcher ending = PATRONYMIC_ENDS.matcher(text).useTransparentBounds(true);
    return mask(text, ending, new PatronymicEndings(text, ending), LowerCaseNames::withPatronymic);
  }

  /**
   * Tries the pattern only where «ич» or «вн» stands: every ending of a patronymic holds one of
   * them, at most two letters behind its beginning.
   */
  private static final class PatronymicEndings implements Trigger {
    private static final int LONGEST_START = 2;

    private final String text;
    private final Matcher ending;
    private int from;

    PatronymicEndings(String text, Matcher ending) {
      this.text = text;
      this.ending = ending;
    }

    @Override
    public boolean find() {
      for (int at = from; at + 1 < text.length(); at++) {
        char c = Letters.lower(text.charAt(at));
        if ((c == 'и' && Letters.lower(text.charAt(at + 1)) == 'ч')
            || (c == 'в' && Letters.lower(text.charAt(at + 1)) == 'н')) {
          for (int start = Math.max(from, at - LONGEST_START); start <= at; start++) {
            if (ending.region(start, text.length()).lookingAt()) {
              from = ending.end();
              return true;
            }
          }
        }
      }
      from = text.length();
      return false;
    }
  }

  private static String mask(String text, Matcher found, Trigger trigger, Finder finder) {
    if (!trigger.find()) {
      return text;
    }
    NameDictionary names = NameDictionary.ofThisThread();
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    do {
      Span name = finder.find(text, found, names);
      if (name != null && name.start >= copied) {
        masked.append(text, copied, name.start).append(PersonNameMasker.MASK);
        copied = name.end;
      }
    } while (trigger.find());
    return masked.append(text, copied, text.length()).toString();
  }

  private static @Nullable Span introduced(String text, Matcher trigger, NameDictionary names) {
    Span first = wordFrom(text, trigger.end());
    if (first == null
        || !(names.isGivenName(first.of(text)) || names.isPlainlySurname(first.of(text)))) {
      return null;
    }
    int end = first.end;
    for (int words = 1; words < LONGEST_NAME; words++) {
      Span next = wordAfter(text, end);
      if (next == null || !isPlainlyName(text, next, names)) {
        break;
      }
      end = next.end;
    }
    return new Span(first.start, end);
  }

  private static boolean isPlainlyName(String text, Span span, NameDictionary names) {
    String word = span.of(text);
    return names.isPlainlySurname(word)
        || names.isPlainlyPatronymic(word)
        || (names.isGivenName(word)
            && (names.isOnlyName(word) || Character.isUpperCase(word.charAt(0))));
  }

  private static @Nullable Span withPatronymic(String text, Matcher trigger, NameDictionary names) {
    Span patronymic = wordTo(text, trigger.end());
    if (patronymic == null || !names.isPlainlyPatronymic(patronymic.of(text))) {
      return null;
    }
    Span given = wordBefore(text, patronymic.start);
    if (given == null || !names.isGivenName(given.of(text))) {
      return null;
    }
    Span before = wordBefore(text, given.start);
    Span after = wordAfter(text, patronymic.end);
    Span name = new Span(given.start, patronymic.end);
    if (before != null && names.isPlainlySurname(before.of(text))) {
      name = new Span(before.start, patronymic.end);
    } else if (after != null && names.isPlainlySurname(after.of(text))) {
      name = new Span(given.start, after.end);
    }
    return PersonNameMasker.isPublic(text, name.start) ? null : name;
  }

  private static @Nullable Span wordBefore(String text, int start) {
    int end = start;
    while (end > 0 && start - end <= MOST_SPACES && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end == start ? null : wordTo(text, end);
  }

  private static @Nullable Span wordAfter(String text, int end) {
    int start = end;
    while (start < text.length() && start - end <= MOST_SPACES && isSpace(text.charAt(start))) {
      start++;
    }
    return start == end ? null : wordFrom(text, start);
  }

  private static @Nullable Span wordTo(String text, int end) {
    int start = end;
    while (start > 0 && end - start <= LONGEST_WORD && isOfName(text.charAt(start - 1))) {
      start--;
    }
    return span(start, end);
  }

  private static @Nullable Span wordFrom(String text, int start) {
    int end = start;
    while (end < text.length() && end - start <= LONGEST_WORD && isOfName(text.charAt(end))) {
      end++;
    }
    return span(start, end);
  }

  private static @Nullable Span span(int start, int end) {
    return start == end || end - start > LONGEST_WORD ? null : new Span(start, end);
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '-';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00A0';
  }
}
