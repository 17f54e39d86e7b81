package org.otklik.jobs.kafka;

/** Names of the topics between collectors and jobs. */
public final class Topics {
  /**
   * The largest message that the topics must take: a received record with headers, or what the
   * analysis makes of it.
   */
  public static final int LARGEST_MESSAGE_BYTES = RawRecordSender.LARGEST_RECORD_BYTES + (1 << 20);

  /**
   * Records as received; key: the post's id where it can be read, so that its versions stay in
   * order.
   */
  public static final String POSTS_RAW = "posts.raw";

  /** {@link org.otklik.models.analysis.AnalyzedPost} as JSON; key: the post's id. */
  public static final String POSTS_ANALYZED = "posts.analyzed";

  /** Records that could not be processed, whole; where and why in the headers. */
  public static final String DEAD_LETTERS = "dead-letters";

  /** {@link org.otklik.jobs.Decision} as JSON; key: its subject. Never deleted. */
  public static final String DECISIONS = "decisions";

  /**
   * {@link org.otklik.models.misinformation.Claim} as JSON; key: the claim's id. Compacted; a
   * record without value withdraws the claim.
   */
  public static final String CLAIMS = "claims";

  /** {@link org.otklik.jobs.AlertEvent} as CloudEvents 1.0; key: the event's id. */
  public static final String ALERTS = "alerts";

  private Topics() {}
}
