package org.otklik.jobs.spread;

/**
 * What spreads.
 *
 * @param kind {@link #CLAIM} or {@link #NARRATIVE}
 * @param id id of the claim, or of the post that began the narrative
 */
public record SpreadSubject(String kind, String id) {
  /** Posts that repeat a claim of the register, in whatever words. */
  public static final String CLAIM = "claim";

  /** Near-copies of one post, whether it is true or not. */
  public static final String NARRATIVE = "narrative";

  /** A claim of the register. */
  public static SpreadSubject claim(String id) {
    return new SpreadSubject(CLAIM, id);
  }

  /** The near-copies of a post. */
  public static SpreadSubject narrative(String firstPost) {
    return new SpreadSubject(NARRATIVE, firstPost);
  }

  /** The subject as one string: by it the stream is partitioned. */
  public String asString() {
    return kind + "|" + id;
  }
}
