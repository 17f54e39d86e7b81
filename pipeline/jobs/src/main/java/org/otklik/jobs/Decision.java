package org.otklik.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member of the staff has decided: it outranks the models, and is kept.
 *
 * @param type what kind of decision; see the constants
 * @param subject id of the post that it is about
 * @param value what was decided, for example the id of a theme; null takes an earlier decision back
 * @param by login of the member of the staff; never a citizen
 * @param reason why, in the person's own words; may be null
 * @param at when it was decided: of two decisions on one subject the later one holds
 */
public record Decision(
    String type,
    String subject,
    @Nullable String value,
    String by,
    @Nullable String reason,
    Instant at) {
  /** The post belongs to another theme than the model says; the value is that theme's id. */
  public static final String THEME_CORRECTION = "theme-correction";

  /**
   * What became of the suspicion that a post is a rumour; the value is one of {@link
   * org.otklik.models.analysis.Review#STATES}.
   */
  public static final String REVIEW = "review";
}
