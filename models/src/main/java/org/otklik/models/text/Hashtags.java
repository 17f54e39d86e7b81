package org.otklik.models.text;

import java.util.regex.Pattern;

/** Opens hashtags written as one word: «#УберитеСнег» has the words «Уберите» and «Снег». */
public final class Hashtags {
  private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\d_]{2,60})(?:@\\w+)?");
  private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  private Hashtags() {}

  /** The text with hashtags as plain words. */
  public static String open(String text) {
    if (text.indexOf('#') < 0) {
      return text;
    }
    return HASHTAG
        .matcher(text)
        .replaceAll(tag -> HUMP.matcher(tag.group(1).replace('_', ' ')).replaceAll(" "));
  }
}
