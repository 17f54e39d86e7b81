package org.otklik.jobs.channel;

import java.util.regex.Pattern;

/**
 * Links to persons: their profiles, their own walls, chats with them. Links to communities and to
 * single posts of channels are none; nor are short names at VK, which mostly are communities'.
 */
final class PersonalLink {
  private static final Pattern LINK =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\d])(?:"
              + "vk\\.(?:com|ru)/(?:[^\\s\"<>]*[?&][wz]=)?(?:id|wall|photos?|videos?|albums?|audios?|write)\\d"
              + "|(?:ok|odnoklassniki)\\.ru/profile/"
              + "|(?:t|telegram)\\.me/(?:\\+|(?!(?:c|s|joinchat)/)[a-z][a-z\\d_]*/?(?![\\w/]))"
              + "|tg://(?:user|resolve)"
              + "|(?:facebook\\.com/profile|wa\\.me/|viber://)"
              + "|(?:mailto|tel):)");

  private PersonalLink() {}

  /** Whether there is such a link anywhere in a text. */
  static boolean isIn(String text) {
    return LINK.matcher(text).find();
  }
}
