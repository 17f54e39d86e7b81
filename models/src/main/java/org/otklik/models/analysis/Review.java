package org.otklik.models.analysis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member of the staff has decided about a post that may spread a rumour.
 *
 * @param state one of {@link #STATES}
 * @param by login of the member of the staff
 * @param at when
 * @param reason why, in the person's own words; may be null
 */
public record Review(String state, String by, Instant at, @Nullable String reason) {
  /** The signals ask for a look; where every flagged post begins. */
  public static final String SUSPECTED = "suspected";

  /** Somebody is asking the body that knows. */
  public static final String BEING_CHECKED = "being-checked";

  /** It is a rumour: it was checked and is not so. Its words may join the register of claims. */
  public static final String CONFIRMED = "confirmed";

  /** The suspicion is refuted: it was checked, and the post says what is so. */
  public static final String REFUTED = "refuted";

  /** There is nothing to be checked in it: an opinion, a complaint, a joke. */
  public static final String NOT_A_CLAIM = "not-a-claim";

  /** All states, in the order of the work. */
  public static final List<String> STATES =
      List.of(SUSPECTED, BEING_CHECKED, CONFIRMED, REFUTED, NOT_A_CLAIM);
}
