package org.otklik.jobs.spread;

import java.time.Duration;
import java.util.List;
import org.otklik.models.misinformation.Claim;

/**
 * What following the spread needs to know.
 *
 * @param register the configured claims
 * @param rules from when on spread is an event
 * @param copyMemory how long a narrative waits for its next copy
 * @param memory how long posts, claims and narratives are remembered
 */
public record SpreadSettings(
    List<Claim> register, SpreadRules rules, Duration copyMemory, Duration memory) {
  /** A register and rules, with the usual memory. */
  public static SpreadSettings of(List<Claim> register, SpreadRules rules) {
    return new SpreadSettings(register, rules, Duration.ofDays(7), Duration.ofDays(120));
  }
}
