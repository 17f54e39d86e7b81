package org.otklik.models.misinformation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How a text tells what it tells, whatever it is about: what a reader hears who knows none of the
 * things in it.
 */
enum Telling {
  /** It retells something that the writer has heard or read. */
  RETELLING,
  /** It asks whether something is so. */
  QUESTION,
  /** It is a notice or a piece of news from those who know. */
  NEWS,
  /** It tells the writer's own trouble. */
  COMPLAINT,
  /** It says what the writer thinks of a state of things, or of those who answer for it. */
  CRITICISM,
  /** It says that something is not so. */
  DENIAL,
  /** It jokes. */
  SATIRE,
  /** Anything else. */
  OTHER;

  /** The name in files of weights. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Telling::key).toList();
  }

  /** How posts of a labelled kind tell; kinds that are not known count as anything else. */
  static Telling ofKind(String kind) {
    return switch (kind) {
      case "copy", "light-edit", "paraphrase", "partial", "forwarded" -> RETELLING;
      case "question-about-claim" -> QUESTION;
      case "same-topic-true-news" -> NEWS;
      case "angry-complaint", "everyday" -> COMPLAINT;
      case "criticism" -> CRITICISM;
      case "denial" -> DENIAL;
      case "satire" -> SATIRE;
      default -> OTHER;
    };
  }
}
