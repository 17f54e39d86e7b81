package org.otklik.jobs.channel;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.otklik.models.post.Pseudonyms;

/**
 * The ways in which records come, by the names used in Kafka headers, addresses and commands.
 *
 * <p>A channel's name says which reader takes its records; the posts may belong to another channel:
 * those of {@link #TELEGRAM_EXPORT} belong to {@code telegram}, those of {@link #JSON} to whichever
 * one they state.
 */
public enum Channel {
  /** VK: Callback API events and pages of {@code wall.get}. */
  VK("vk"),
  /** Telegram: Bot API updates and flat records of scrapers. */
  TELEGRAM("telegram"),
  /** Telegram Desktop's {@code result.json}. */
  TELEGRAM_EXPORT("telegram-export"),
  /** ПОС exports. */
  POS("pos"),
  /** «Инцидент Менеджмент» exports. */
  IM("im"),
  /** Otklik's own plain form. */
  JSON("json");

  private final String code;

  Channel(String code) {
    this.code = code;
  }

  /** The name used outside of Java: lower case, stable. */
  public String code() {
    return code;
  }

  /** All names, in the order of declaration. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Channel::code).toList();
  }

  /**
   * The channel of that name.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that there are
   */
  public static Channel forName(String name) {
    return Arrays.stream(values())
        .filter(channel -> channel.code.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown channel '" + name + "', known are " + String.join(", ", names())));
  }

  /**
   * A reader of this channel's records.
   *
   * @param pseudonyms what stands for authors
   * @param zone the region's zone, for dates that state none
   */
  public ChannelReader reader(Pseudonyms pseudonyms, ZoneId zone) {
    return switch (this) {
      case VK -> new VkReader(pseudonyms);
      case TELEGRAM -> new TelegramReader(pseudonyms);
      case TELEGRAM_EXPORT -> new TelegramExportReader(pseudonyms);
      case POS -> new PosReader(zone);
      case IM -> new ImReader(zone);
      case JSON -> new PlainJsonReader(pseudonyms, zone);
    };
  }
}
