package org.otklik.jobs.channel;

import org.jspecify.annotations.Nullable;
import org.otklik.models.post.Post;

/**
 * What a channel's reader made of one native record: a post, something to be ignored, or a dead
 * letter.
 *
 * @param outcome which of the three
 * @param reason why it was ignored or could not be read; null for a post
 * @param post the post; null for the other two
 */
public record Reading(Outcome outcome, @Nullable String reason, @Nullable Post post) {

  /** The three ways in which reading a record can end; {@link #code} is its name in JSON. */
  public enum Outcome {
    POST("post"),
    IGNORED("ignored"),
    DEAD_LETTER("dead-letter");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  public static Reading post(Post post) {
    return new Reading(Outcome.POST, null, post);
  }

  public static Reading ignored(String reason) {
    return new Reading(Outcome.IGNORED, reason, null);
  }

  public static Reading deadLetter(String reason) {
    return new Reading(Outcome.DEAD_LETTER, reason, null);
  }
}
