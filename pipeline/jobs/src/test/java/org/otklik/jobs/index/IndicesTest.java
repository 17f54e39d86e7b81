package org.otklik.jobs.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.Document;

class IndicesTest {
  private static final String ALL = "{\"match_all\":{}}";

  @Test
  void readsEveryDocumentOnceOverManyPages() throws Exception {
    try (SearchServer server = new SearchServer(2_500);
        Indices indices = indices(server)) {
      List<Integer> seen = new ArrayList<>();

      long count =
          indices.forEach("posts", ALL, List.of("n"), post -> seen.add(post.path("n").asInt()));

      assertThat(count).isEqualTo(2_500);
      assertThat(seen).isEqualTo(IntStream.range(0, 2_500).boxed().toList());
      assertThat(server.requests().get(0)).isEqualTo("POST /t-posts/_pit");
    }
  }

  @Test
  void endsWhenTheLastPageIsFull() throws Exception {
    try (SearchServer server = new SearchServer(1_000);
        Indices indices = indices(server)) {
      assertThat(indices.forEach("posts", ALL, List.of(), post -> {})).isEqualTo(1_000);
    }
  }

  @Test
  void letsTheServerForgetTheStateByItsNewestName() throws Exception {
    try (SearchServer server = new SearchServer(1_500);
        Indices indices = indices(server)) {
      indices.forEach("posts", ALL, List.of(), post -> {});

      assertThat(server.requests()).last().isEqualTo("DELETE /_pit state-2");
    }
  }

  @Test
  void doesNotTakeAPartForTheWhole() throws Exception {
    try (SearchServer server = new SearchServer(1_500).breakAtPage(1);
        Indices indices = indices(server)) {
      assertThatThrownBy(() -> indices.forEach("posts", ALL, List.of(), post -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("incomplete");
      assertThat(server.requests()).last().asString().startsWith("DELETE /_pit");
    }
  }

  @Test
  void writesAgainWhatItWroteButNothingOlder() throws Exception {
    try (SearchServer server = new SearchServer(0);
        Indices indices = indices(server)) {
      assertThat(indices.write(document(7))).isTrue();
      assertThat(indices.write(document(7))).isTrue();
      assertThat(indices.write(document(6))).isFalse();

      assertThat(server.requests()).containsOnly("PUT /t-breakdowns/_doc/a b/2026-W10");
    }
  }

  private static Indices indices(SearchServer server) {
    return new Indices(ElasticsearchSettings.at(server.address()).withIndexPrefix("t-"));
  }

  private static Document document(long version) {
    return new Document(
        "breakdowns", "a b/2026-W10", version, "{}".getBytes(StandardCharsets.UTF_8));
  }
}
