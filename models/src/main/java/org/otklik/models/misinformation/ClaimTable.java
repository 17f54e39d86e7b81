package org.otklik.models.misinformation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads claims from a table with the columns {@code claim_id, claim, verdict_note, refuted_by,
 * date}.
 */
final class ClaimTable {
  private ClaimTable() {}

  /**
   * The claims in the order of their lines.
   *
   * @throws IllegalArgumentException when a column or a value is missing or wrong, or an id stands
   *     twice; the message names file and line
   */
  static List<Claim> read(Path file) throws IOException {
    TabSeparated table = new TabSeparated(file, List.of("claim_id", "claim"));
    List<Claim> claims = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (TabSeparated.Row row : table.rows()) {
      String id = row.required("claim_id");
      if (!ids.add(id)) {
        throw new IllegalArgumentException(row.place() + ": claim_id «" + id + "» stands twice");
      }
      String verdict = row.optional("verdict_note");
      String refutedBy = row.optional("refuted_by");
      try {
        claims.add(
            new Claim(
                id,
                row.required("claim"),
                List.of(),
                verdict == null ? "" : verdict,
                verdict == null ? "" : verdict,
                refutedBy == null ? "" : refutedBy,
                null,
                row.optional("date"),
                null,
                null,
                List.of(),
                null));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(row.place() + ": " + e.getMessage(), e);
      }
    }
    return claims;
  }
}
