package org.otklik.models.topic;

import java.util.List;

/**
 * Why a message can't wait, with the words that said so.
 *
 * @param level 0 nothing special; 1 somebody vulnerable is concerned or the author asks again; 2 an
 *     accident or outage; 3 life or health is in danger
 * @param reasons {@code life-and-health}, {@code accident}, {@code vulnerable-people}, {@code
 *     repeated-appeal}; the gravest first
 * @param words the deciding words as the author wrote them, in the order of the reasons
 */
public record Urgency(int level, List<String> reasons, List<String> words) {
  /** Nothing says that the message can't wait. */
  public static final Urgency NONE = new Urgency(0, List.of(), List.of());

  public Urgency {
    reasons = List.copyOf(reasons);
    words = List.copyOf(words);
  }
}
