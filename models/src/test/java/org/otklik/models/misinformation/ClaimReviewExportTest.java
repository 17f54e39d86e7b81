package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimReviewExportTest {

  @Test
  void writesClaimAsClaimReview() throws IOException {
    JsonNode document =
        new ObjectMapper().readTree(new ClaimReviewExport().jsonLd(List.of(Examples.WELL)));
    assertThat(document.path("@context").asText()).isEqualTo("https://schema.org");
    JsonNode review = document.path("@graph").path(0);
    assertThat(review.path("@type").asText()).isEqualTo("ClaimReview");
    assertThat(review.path("claimReviewed").asText()).isEqualTo(Examples.WELL.claim());
    assertThat(review.path("datePublished").asText()).isEqualTo("2026-04-01");
    assertThat(review.path("author").path("name").asText()).isEqualTo("ведомство (пример)");
    assertThat(review.path("itemReviewed").path("@type").asText()).isEqualTo("Claim");
    assertThat(review.path("reviewRating").path("alternateName").asText())
        .isEqualTo("Не подтвердилось");
    assertThat(review.has("url")).as("nothing is written for what is not known").isFalse();
  }

  @Test
  void emptyRegisterIsAnEmptyGraph() throws IOException {
    assertThat(
            new ObjectMapper().readTree(new ClaimReviewExport().jsonLd(List.of())).path("@graph"))
        .isEmpty();
  }
}
