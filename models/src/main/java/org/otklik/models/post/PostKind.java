package org.otklik.models.post;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a {@link Post} is to the region's centre. */
public enum PostKind {
  /** A post on a community's wall or in a channel. */
  POST,
  /** A comment under a post, or a message in a public chat. */
  COMMENT,
  /** What an official page answered to citizens: no problem of its own, and not counted as heat. */
  RESPONSE,
  /**
   * A message handed to the authorities themselves: ПОС, «Инцидент Менеджмент», a feedback form.
   */
  MESSAGE;

  /** The name used in JSON and in the index: lower case, stable. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
