package org.otklik.jobs.spread;

import java.time.Duration;
import java.util.List;
import org.otklik.models.misinformation.Claim;

/**
 * What following the spread needs to know.
 *
 * @param register the configured claims
 * @param sudden what counts as sudden spread
 * @param copyMemory how long a narrative waits for its next copy
 * @param memory how long posts, claims and narratives are remembered
 */
public record SpreadSettings(
    List<Claim> register, SuddenSpread sudden, Duration copyMemory, Duration memory) {
  /** The usual settings with a register. */
  public static SpreadSettings of(List<Claim> register) {
    return new SpreadSettings(
        register, SuddenSpread.USUAL, Duration.ofDays(7), Duration.ofDays(120));
  }
}
