package org.otklik.local.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.otklik.jobs.ClaimChange;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.misinformation.ClaimRegister;

/**
 * The register of claims as the running jobs see it: the configured one with the topic's changes.
 */
final class CurrentClaims {
  private CurrentClaims() {}

  static List<Claim> of(ClaimRegister configured, List<ClaimChange> changes) {
    Map<String, Claim> claims = new LinkedHashMap<>();
    configured.claims().forEach(claim -> claims.put(claim.id(), claim));
    for (ClaimChange change : changes) {
      if (change.claim() == null) {
        claims.remove(change.id());
      } else {
        claims.put(change.id(), change.claim());
      }
    }
    return new ArrayList<>(claims.values());
  }
}
