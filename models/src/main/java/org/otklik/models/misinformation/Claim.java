package org.otklik.models.misinformation;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim that somebody has checked and refuted, shaped like schema.org's ClaimReview.
 *
 * <p>Dates are texts of the form {@code 2026-05-03}, so that a claim can travel between operators.
 *
 * @param id key of the claim in indices and decisions; never blank
 * @param claim the claim in one sentence, as people spread it; never blank
 * @param wordings other wordings seen in posts; may be empty
 * @param verdict what the check has shown
 * @param answer the reliable answer that may be published under posts; may be empty
 * @param refutedBy who has checked and refuted it
 * @param url page with the refutation
 * @param date day of the refutation
 * @param validFrom first day on which posts are compared with the claim; null: always
 * @param validTo last day on which posts are compared with the claim; null: no end
 * @param themes ids of themes, most important first; may be empty
 * @param region id of the region the claim belongs to; null: any region
 */
public record Claim(
    String id,
    String claim,
    List<String> wordings,
    String verdict,
    String answer,
    String refutedBy,
    @Nullable String url,
    @Nullable String date,
    @Nullable String validFrom,
    @Nullable String validTo,
    List<String> themes,
    @Nullable String region)
    implements Serializable {

  /**
   * @throws IllegalArgumentException when the id or the claim is blank, a date is not of the form
   *     {@code 2026-05-03}, or the last day lies before the first; the message names the claim and
   *     the part
   */
  public Claim {
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException("id: is missing");
    }
    if (claim == null || claim.isBlank()) {
      throw new IllegalArgumentException("claim " + id + ": claim: is missing");
    }
    wordings = wordings == null ? List.of() : List.copyOf(wordings);
    verdict = verdict == null ? "" : verdict;
    answer = answer == null ? "" : answer;
    refutedBy = refutedBy == null ? "" : refutedBy;
    themes = themes == null ? List.of() : List.copyOf(themes);
    day(id, "date", date);
    LocalDate from = day(id, "valid-from", validFrom);
    LocalDate to = day(id, "valid-to", validTo);
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          "claim " + id + ": valid-to: " + validTo + " lies before valid-from " + validFrom);
    }
  }

  /** True when posts of that day are compared with this claim. */
  public boolean appliesOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(LocalDate.parse(validFrom)))
        && (validTo == null || !day.isAfter(LocalDate.parse(validTo)));
  }

  private static @Nullable LocalDate day(String id, String key, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "claim " + id + ": " + key + ": «" + value + "» is no date of the form 2026-05-03", e);
    }
  }
}
