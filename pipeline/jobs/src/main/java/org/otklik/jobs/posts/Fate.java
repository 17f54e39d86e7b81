package org.otklik.jobs.posts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one received record: the entry of an account that must always balance.
 *
 * @param channel the channel it came by
 * @param outcome one of the constants of this class
 * @param reason why, for ignored records and dead letters
 * @param receivedAt when it was received
 */
public record Fate(String channel, String outcome, @Nullable String reason, Instant receivedAt) {
  /** A new document. */
  public static final String INDEXED = "indexed";

  /** A newer version of a known post. */
  public static final String REPLACED = "replaced";

  /** The same version of a known post, or an older one. */
  public static final String DUPLICATE = "duplicate";

  /** Nothing to analyse: service events, records without text. */
  public static final String IGNORED = "ignored";

  /** Could not be processed; lies in the topic of dead letters. */
  public static final String DEAD_LETTERED = "dead-lettered";
}
