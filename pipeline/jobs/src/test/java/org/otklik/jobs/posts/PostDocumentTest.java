package org.otklik.jobs.posts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.Json;
import org.otklik.jobs.TestPosts;
import org.otklik.models.analysis.AnalyzedPost;

class PostDocumentTest {
  private final PostDocument documents = new PostDocument();

  @Test
  void aPostAtAKnownSettlementHasHexCells() throws Exception {
    JsonNode json = document(TestPosts.inHolmsk(TestPosts.post("1", "Яма")));

    assertThat(json.path("h3r5").asText()).startsWith("85");
    assertThat(json.path("h3r7").asText()).startsWith("87");
    assertThat(json.path("precision").asText()).isEqualTo("street");
    assertThat(json.path("pointPrecision").asText()).isEqualTo("settlement");
  }

  @Test
  void theMiddleOfAMunicipalityIsNoPlaceForAHexCell() throws Exception {
    JsonNode json = document(TestPosts.analyzed(TestPosts.post("1", "Яма"), "roads", "Холмский"));

    assertThat(json.has("h3r5")).isFalse();
    assertThat(json.path("pointPrecision").asText()).isEqualTo("municipality");
    assertThat(json.path("location").path("lat").asDouble()).isEqualTo(47.05);
  }

  @Test
  void anUnplacedPostHasNoPoint() throws Exception {
    JsonNode json = document(TestPosts.analyzed(TestPosts.post("1", "Яма"), "roads", null));

    assertThat(json.has("location")).isFalse();
    assertThat(json.has("pointPrecision")).isFalse();
  }

  private JsonNode document(AnalyzedPost post) throws Exception {
    return Json.mapper().readTree(documents.map(post).body());
  }
}
