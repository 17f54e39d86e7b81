package org.otklik.models.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where the words of the author end and the tail begins: invitations to subscribe, «прислать
 * новость», advertiser's marks, signatures, lines of links and hashtags.
 */
public final class AdvertTail {
  private static final Pattern TAIL =
      Pattern.compile(
          "(?iu)[^\\p{L}\\d\\n]{0,12}(?:"
              + "подпи(?:шись|шитесь|сывайся|сывайтесь|саться|ска на)(?!\\p{L})"
              + "|(?:присылай|прислать|предложить|пришли)(?:те)? (?:свою |нам )?(?:новост|фото|видео|сообщени)"
              + "|(?:мы|наш(?:е|а|и)?) (?:в|канал|чат|групп|сообществ|телеграм|бот)[^\\n.]{0,30}(?:телеграм|telegram|вконтакте|вк|max|дзен|одноклассник|t\\.me|vk\\.com|@)"
              + "|больше новостей|читать далее|читайте также|по вопросам рекламы"
              + "|реклама[.:]|erid|на правах рекламы|#реклама"
              + "|отправлено (?:с|из)|sent from"
              + "|с уважением(?!\\p{L})|заранее благодар|заранее спасибо"
              + "|ставь(?:те)? лайк|жми(?:те)? на|переходи(?:те)? по ссылке"
              + ")");
  private static final Pattern LINKS_AND_TAGS =
      Pattern.compile("(?:\\s|https?://\\S+|[#@][\\p{L}\\d_@]+|[^\\p{L}\\d\\s])+$");
  private static final String BEGINNINGS = "пмнбчросзжeEsS";
  private static final int LONGEST_TAIL = 400;
  private static final int SHORTEST_TEXT = 20;

  private AdvertTail() {}

  /** The text before its tail; the whole text when there is no tail or nothing would remain. */
  public static String cut(String text) {
    int start = start(text);
    return start == text.length() ? text : text.substring(0, start);
  }

  /** Index of the first character of the tail; the length of the text when there is none. */
  public static int start(String text) {
    int end = text.length();
    Matcher tail = TAIL.matcher(text);
    for (int at = Math.max(SHORTEST_TEXT, end - LONGEST_TAIL); at < end; at++) {
      if (endsSentence(text.charAt(at - 1))
          && mayBegin(text, at, end)
          && tail.region(at, end).lookingAt()) {
        end = at;
      }
    }
    if (text.indexOf('#') >= 0 || text.indexOf("http") >= 0 || text.indexOf('@') >= 0) {
      Matcher links = LINKS_AND_TAGS.matcher(text).region(Math.max(0, end - LONGEST_TAIL), end);
      if (links.find()
          && links.start() >= SHORTEST_TEXT
          && hasLink(text.substring(links.start(), end))) {
        end = afterPunctuation(text, links.start(), end);
      }
    }
    return end;
  }

  /** Cheaper than the pattern: the first letter behind the gap is one that a tail begins with. */
  private static boolean mayBegin(String text, int from, int to) {
    int at = from;
    while (at < to && !Letters.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at < to && BEGINNINGS.indexOf(Letters.lower(text.charAt(at))) >= 0;
  }

  private static boolean endsSentence(char c) {
    return c == '\n' || c == '.' || c == '!' || c == '?' || c == '…' || c == ')' || c == '»';
  }

  private static int afterPunctuation(String text, int start, int end) {
    int at = start;
    while (at < end && ".!?…)»\"".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean hasLink(String tail) {
    return tail.indexOf('#') >= 0 || tail.contains("http") || tail.indexOf('@') >= 0;
  }
}
