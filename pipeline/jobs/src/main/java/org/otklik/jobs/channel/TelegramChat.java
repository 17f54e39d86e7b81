package org.otklik.jobs.channel;

import org.jspecify.annotations.Nullable;
import org.otklik.models.post.Pseudonyms;

/**
 * A Telegram chat as the ids of its messages name it, the same for the Bot API and for Desktop
 * exports.
 *
 * @param id the Bot API's number ({@code -1009900000001}), a person's pseudonym, or a name
 * @param isPerson whether the chat is one with a person
 * @param name its title
 */
record TelegramChat(String id, boolean isPerson, @Nullable String name) {
  static final String CHANNEL = "telegram";

  private static final String CHANNEL_PREFIX = "-100";

  /** The Bot API has negative numbers for groups and channels, positive ones for people. */
  static TelegramChat of(long number, Pseudonyms pseudonyms) {
    String digits = Long.toString(number);
    return number > 0
        ? new TelegramChat(pseudonyms.of(CHANNEL, digits), true, null)
        : new TelegramChat(digits, false, null);
  }

  /** Desktop exports number channels and supergroups from 1; the Bot API puts -100 before that. */
  static TelegramChat ofExport(long number) {
    return new TelegramChat(
        number < 0 ? Long.toString(number) : CHANNEL_PREFIX + number, false, null);
  }

  static TelegramChat ofName(String name) {
    return new TelegramChat(name, false, name);
  }

  /** The same chat with a title; a chat with a person gets none. */
  TelegramChat named(@Nullable String title) {
    return isPerson ? this : new TelegramChat(id, false, title);
  }

  @Nullable String communityId() {
    return isPerson ? null : id;
  }

  String idOf(long messageId) {
    return id + "/" + messageId;
  }
}
