package org.otklik.models.text;

import java.util.regex.Pattern;

/**
 * Finds where words begin and end: runs of letters and digits. Unlike the rules of Unicode it also
 * splits where people forget the gap («нет света.Когда дадут», «2022года»); a decimal or a time
 * («3,5», «19.30») stays one word, «18а» too. Links and masks («[телефон]») are no words.
 */
final class WordSplitter {
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.|(?:vk|t|ok|dzen|youtu)\\.(?:com|me|ru|be)/)\\S+");
  private static final Pattern MASK =
      Pattern.compile(
          "\\[(?:телефон|почта|карта|паспорт|снилс|счёт|квартира|имя|профиль|дата|номер)\\]");
  private static final int LONGEST_SUFFIX = 2;

  /** Receives the words in their order. */
  interface Sink {
    /** A word. */
    void word(int start, int end);
  }

  private WordSplitter() {}

  static void split(String text, Sink sink) {
    String readable = blankMasks(blankLinks(text));
    int length = readable.length();
    int start = 0;
    while (start < length) {
      char c = readable.charAt(start);
      if (Letters.isDigit(c)) {
        start = number(readable, start, sink);
      } else if (Letters.isLetter(c)) {
        int end = start + 1;
        while (end < length && isOfWord(readable.charAt(end))) {
          end++;
        }
        sink.word(start, end);
        start = end;
      } else {
        start++;
      }
    }
  }

  private static boolean isOfWord(char c) {
    return Letters.isLetterOrDigit(c) || c == '\u0301' || c == '\u0306' || c == '\u0308';
  }

  private static int number(String text, int start, Sink sink) {
    int end = start + 1;
    while (end < text.length()
        && (Letters.isDigit(text.charAt(end))
            || ((text.charAt(end) == '.' || text.charAt(end) == ',')
                && end + 1 < text.length()
                && Letters.isDigit(text.charAt(end + 1))))) {
      end++;
    }
    int suffix = end;
    while (suffix < text.length() && Letters.isLetter(text.charAt(suffix))) {
      suffix++;
    }
    if (suffix - end <= LONGEST_SUFFIX) {
      end = suffix;
    }
    sink.word(start, end);
    return end;
  }

  /**
   * A mask says that something was there, not what the text is about: «[телефон]» is no word about
   * telephones.
   */
  private static String blankMasks(String text) {
    if (text.indexOf('[') < 0) {
      return text;
    }
    return MASK.matcher(text).replaceAll(mask -> " ".repeat(mask.end() - mask.start()));
  }

  private static String blankLinks(String text) {
    if (text.indexOf('/') < 0 && !text.contains("www.")) {
      return text;
    }
    return LINK.matcher(text).replaceAll(link -> " ".repeat(link.end() - link.start()));
  }
}
