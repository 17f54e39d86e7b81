package org.otklik.models.misinformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Refuted claims in the form that fact-check directories and search engines read: JSON-LD of type
 * ClaimReview.
 *
 * @see <a href="https://schema.org/ClaimReview">schema.org/ClaimReview</a>
 */
public final class ClaimReviewExport {
  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * One JSON-LD document with all claims in {@code @graph}. The verdict is that of who refuted the
   * claim.
   */
  public String jsonLd(List<Claim> claims) {
    ObjectNode document = json.createObjectNode();
    document.put("@context", "https://schema.org");
    ArrayNode graph = document.putArray("@graph");
    for (Claim claim : claims) {
      graph.add(review(claim));
    }
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree in memory can't be written as JSON", e);
    }
  }

  private ObjectNode review(Claim claim) {
    ObjectNode review = json.createObjectNode();
    review.put("@type", "ClaimReview");
    review.put("@id", "urn:otklik:claim:" + claim.id());
    if (claim.url() != null) {
      review.put("url", claim.url());
    }
    if (claim.date() != null) {
      review.put("datePublished", claim.date());
    }
    review.put("inLanguage", "ru");
    review.put("claimReviewed", claim.claim());
    review.put("reviewBody", claim.answer().isEmpty() ? claim.verdict() : claim.answer());
    review.putObject("author").put("@type", "Organization").put("name", claim.refutedBy());
    ObjectNode reviewed = review.putObject("itemReviewed");
    reviewed.put("@type", "Claim");
    reviewed.put("text", claim.claim());
    if (!claim.wordings().isEmpty()) {
      ArrayNode appearances = reviewed.putArray("appearance");
      for (String wording : claim.wordings()) {
        appearances.addObject().put("@type", "CreativeWork").put("text", wording);
      }
    }
    review
        .putObject("reviewRating")
        .put("@type", "Rating")
        .put("ratingValue", 1)
        .put("worstRating", 1)
        .put("bestRating", 5)
        .put("alternateName", claim.verdict());
    return review;
  }
}
