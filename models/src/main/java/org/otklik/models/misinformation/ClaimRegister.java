package org.otklik.models.misinformation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All claims that posts are compared with.
 *
 * @param claims the claims, in the order of their files; no id stands twice
 */
public record ClaimRegister(List<Claim> claims) {

  public ClaimRegister {
    claims = List.copyOf(claims);
  }

  /**
   * Reads a register: a folder of YAML files ({@code config/claims}), one YAML file, or a
   * tab-separated table with the columns {@code claim_id, claim, verdict_note, refuted_by, date}.
   *
   * @throws IOException when nothing can be read there
   * @throws IllegalArgumentException when something is wrong in the files: one line per fault, each
   *     with file and key
   */
  public static ClaimRegister load(Path source) throws IOException {
    boolean yaml = Files.isDirectory(source) || source.toString().endsWith(".yaml");
    return new ClaimRegister(yaml ? new ClaimFiles().read(source) : ClaimTable.read(source));
  }

  /** The claims of one region and those of any region. */
  public ClaimRegister forRegion(String region) {
    return new ClaimRegister(
        claims.stream()
            .filter(claim -> claim.region() == null || claim.region().equals(region))
            .toList());
  }
}
