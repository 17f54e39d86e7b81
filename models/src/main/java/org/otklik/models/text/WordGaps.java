package org.otklik.models.text;

import java.util.regex.Pattern;

/**
 * Makes gaps between words that people forget («нет света.Когда дадут»), and blanks links and
 * emoji. The length stays the same, so that a word is still found where it stood.
 */
public final class WordGaps {
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.|(?:vk|t|ok|dzen|youtu)\\.(?:com|me|ru|be)/)\\S+");

  private WordGaps() {}

  /** The text with the same number of characters. */
  public static String open(String text) {
    char[] characters = blankLinks(text).toCharArray();
    for (int i = 0; i < characters.length; i++) {
      char c = characters[i];
      if (isJoint(c)) {
        if (i > 0
            && i + 1 < characters.length
            && Character.isLetter(characters[i - 1])
            && Character.isLetter(characters[i + 1])) {
          characters[i] = ' ';
        }
      } else if (isEmoji(c)) {
        characters[i] = ' ';
      }
    }
    return new String(characters);
  }

  private static String blankLinks(String text) {
    if (text.indexOf('/') < 0 && !text.contains("www.")) {
      return text;
    }
    return LINK.matcher(text).replaceAll(link -> " ".repeat(link.end() - link.start()));
  }

  private static boolean isJoint(char c) {
    return c == '.' || c == '_' || c == ':' || c == '\'' || c == '’' || c == '·' || c == '․';
  }

  private static boolean isEmoji(char c) {
    return Character.isSurrogate(c)
        || (c >= '\u2190' && c <= '\u2BFF')
        || c == '\uFE0F'
        || c == '\u200D'
        || c == '\u20E3';
  }
}
