package org.otklik.jobs.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.CollectingSink;

class IndexSourceTest {
  private static final String ALL = "{\"match_all\":{}}";

  @Test
  void tellsTheCountFirstAndThenEveryDocumentOnce() throws Exception {
    try (SearchServer server = new SearchServer(4_500)) {
      List<IndexRecord> records = read(server, true);

      assertThat(records.get(0)).isEqualTo(IndexRecord.announcement("posts", 4_500));
      assertThat(records).hasSize(4_501);
      assertThat(records.stream().skip(1).map(IndexRecord::id).distinct()).hasSize(4_500);
      assertThat(new String(records.get(4_500).source(), StandardCharsets.UTF_8))
          .isEqualTo("{\"n\":4499}");
    }
  }

  @Test
  void tellsThatAnEmptyIndexHasNone() throws Exception {
    try (SearchServer server = new SearchServer(0)) {
      assertThat(read(server, true)).containsExactly(IndexRecord.announcement("posts", 0));
    }
  }

  @Test
  void letsTheServerForgetTheState() throws Exception {
    try (SearchServer server = new SearchServer(10)) {
      read(server, true);

      server.awaitRequest("DELETE /_pit"); // the job's coordinator ends a little after the job
    }
  }

  @Test
  void letsTheServerForgetTheStateAlsoWhenTheJobFails() throws Exception {
    try (SearchServer server = new SearchServer(4_500).breakAtPage(1)) {
      assertThatThrownBy(() -> read(server, true))
          .rootCause()
          .hasMessageContaining("the search is incomplete");

      server.awaitRequest("DELETE /_pit"); // the job's coordinator ends a little after the job
    }
  }

  @Test
  void doesNotTakeAPartForTheWhole() throws Exception {
    try (SearchServer server = new SearchServer(10).countingOneMore()) {
      assertThatThrownBy(() -> read(server, true))
          .rootCause()
          .hasMessageContaining("gave 10 documents, but the server counts 11");
    }
  }

  @Test
  void tellsThatThereIsNoSuchIndexWhereItMayBeMissing() throws Exception {
    try (SearchServer server = new SearchServer(10).withoutIndex()) {
      assertThat(read(server, false)).containsExactly(IndexRecord.missing("posts"));
    }
  }

  private static List<IndexRecord> read(SearchServer server, boolean required) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(
            1, new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
    CollectingSink<IndexRecord> records = new CollectingSink<>();
    IndexSource.stream(
            environment,
            ElasticsearchSettings.at(server.address()).withIndexPrefix("t-"),
            new IndexQuestion("posts", ALL, List.of("n"), 1, required))
        .sinkTo(records);
    environment.execute();
    return records.values();
  }
}
