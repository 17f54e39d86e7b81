package org.otklik.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a citizen's post counts, and as what. Two equal standings add the same to every cell.
 *
 * @param municipality the municipality it speaks of; null when unknown
 * @param theme id of its theme
 * @param publishedAt when it was published
 * @param problem whether it tells of a problem
 * @param urgency 0 (none) to 3 (life or health in danger)
 * @param review whether a person should look at it as a possible rumour
 * @param community the community it was published in; null when it has none
 * @param coarseCell address of the coarse H3 cell it lies in; null when its point is not its own or
 *     its settlement's
 * @param fineCell address of the fine one
 * @param late whether it came to its hour after that was over in event time
 */
public record Standing(
    @Nullable String municipality,
    String theme,
    Instant publishedAt,
    boolean problem,
    int urgency,
    boolean review,
    @Nullable String community,
    @Nullable String coarseCell,
    @Nullable String fineCell,
    boolean late) {
  /** From this urgency on a post is counted as urgent: an accident or outage, or worse. */
  public static final int URGENT = 2;

  /** True when it can't wait. */
  public boolean isUrgent() {
    return urgency >= URGENT;
  }
}
