package org.otklik.models.misinformation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post of which a person has said whether it repeats a claim.
 *
 * @param id key of the post
 * @param text its words
 * @param claimId the claim it repeats; null when it repeats none
 * @param kind what sort of post it is, for example {@code paraphrase}, {@code denial}, {@code
 *     angry-complaint}
 * @param review true when a person should look at it
 * @param split {@code dev} or {@code test}; empty when the file does not say
 */
public record LabelledPost(
    String id, String text, @Nullable String claimId, String kind, boolean review, String split) {

  /**
   * Reads a tab-separated table with the columns {@code id, text, label, claim_id, kind, review}
   * and perhaps {@code split}.
   *
   * @throws IllegalArgumentException when a column or a value is missing or wrong; the message
   *     names file and line
   */
  public static List<LabelledPost> read(Path file) throws IOException {
    TabSeparated table =
        new TabSeparated(file, List.of("id", "text", "label", "claim_id", "kind", "review"));
    List<LabelledPost> posts = new ArrayList<>();
    for (TabSeparated.Row row : table.rows()) {
      boolean match = oneOf(row, "label", "match", "none");
      String claimId = row.optional("claim_id");
      if (match == (claimId == null)) {
        throw new IllegalArgumentException(
            row.place() + ": claim_id must be filled when label is «match», and only then");
      }
      String split = row.optional("split");
      posts.add(
          new LabelledPost(
              row.required("id"),
              row.required("text"),
              claimId,
              row.required("kind"),
              oneOf(row, "review", "yes", "no"),
              split == null ? "" : split));
    }
    return posts;
  }

  private static boolean oneOf(TabSeparated.Row row, String column, String yes, String no) {
    String value = row.required(column);
    if (!value.equals(yes) && !value.equals(no)) {
      throw new IllegalArgumentException(
          row.place() + ": " + column + " is «" + value + "», it must be " + yes + " or " + no);
    }
    return value.equals(yes);
  }
}
