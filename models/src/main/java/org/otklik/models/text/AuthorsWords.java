package org.otklik.models.text;

/** What of a masked text the models read: without its advert tail, hashtags opened. */
public final class AuthorsWords {
  private AuthorsWords() {}

  /** The text as the models read it; it may be shorter than the text that people see. */
  public static String of(String masked) {
    return Hashtags.open(AdvertTail.cut(masked));
  }
}
