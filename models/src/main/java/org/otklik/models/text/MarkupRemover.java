package org.otklik.models.text;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;

/**
 * Removes what is not language: HTML tags and entities, VK mentions such as {@code [id123|Мария]},
 * control characters.
 */
public final class MarkupRemover {
  private static final Pattern VK_MENTION =
      Pattern.compile("\\[(?:id|club|public|event)-?\\d+(?::[^|\\]]*)?\\|([^\\]]*)\\]");
  private static final Pattern VK_LINK = Pattern.compile("\\[https?://[^\\s|\\]]+\\|([^\\]]*)\\]");
  private static final Pattern LINE_BREAK_TAG =
      Pattern.compile("(?i)<\\s*(?:br|/p|/div|/li)\\s*/?\\s*>");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,2000}>");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,32});");
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u200B\\u200E\\u200F\\uFEFF]");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\u00A0]+");
  private static final Pattern BLANK_LINES = Pattern.compile(" ?\\n[ \\n]*");
  private static final OutputSettings AS_IS =
      new OutputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);

  private MarkupRemover() {}

  /** The text without markup, with single spaces and single line breaks, trimmed; may be empty. */
  public static String plain(String text) {
    String plain = text.replace("\r\n", "\n").replace('\r', '\n');
    if (plain.indexOf('[') >= 0) {
      plain = VK_MENTION.matcher(plain).replaceAll("$1");
      plain = VK_LINK.matcher(plain).replaceAll("$1");
    }
    if (plain.indexOf('<') >= 0 && TAG.matcher(plain).find()) {
      plain = LINE_BREAK_TAG.matcher(plain).replaceAll("\n");
      plain = Jsoup.clean(plain, "", Safelist.none(), AS_IS);
    }
    if (plain.indexOf('&') >= 0 && ENTITY.matcher(plain).find()) {
      plain = Parser.unescapeEntities(plain, false);
    }
    if (isUntidy(plain)) {
      plain = CONTROL.matcher(plain).replaceAll(" ");
      plain = SPACES.matcher(plain).replaceAll(" ");
      plain = BLANK_LINES.matcher(plain).replaceAll("\n");
    }
    return plain.strip();
  }

  /**
   * Whether there is a control character, a line break or two spaces: cheaper than the patterns.
   */
  private static boolean isUntidy(String text) {
    char previous = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' '
          || (c >= '\u007F' && c <= '\u00A0')
          || c == '\u200B'
          || c == '\u200E'
          || c == '\u200F'
          || c == '\uFEFF'
          || (c == ' ' && previous == ' ')) {
        return true;
      }
      previous = c;
    }
    return false;
  }
}
