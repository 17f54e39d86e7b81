package org.otklik.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.Json;

class AlertTopicTest {
  private static final AlertEvent BURST =
      new AlertEvent(
          "0123456789abcdef",
          AlertEvent.BURST,
          "sakhalin",
          Instant.parse("2026-03-10T03:00:00Z"),
          "Холмский",
          "energy",
          2,
          "Энергетика, Холмский: 12 сообщений за час, обычно 1,5",
          List.of("a", "b", "c"),
          Map.of("count", 12.0, "expected", 1.5),
          Map.of());

  @Test
  void writesACloudEventInStructuredJson() throws Exception {
    JsonNode json = Json.mapper().readTree(AlertTopic.toCloudEvent(BURST));

    assertThat(json.path("specversion").asText()).isEqualTo("1.0");
    assertThat(json.path("id").asText()).isEqualTo(BURST.id());
    assertThat(json.path("type").asText()).isEqualTo("org.otklik.burst");
    assertThat(json.path("source").asText()).isEqualTo("/otklik/sakhalin");
    assertThat(json.path("time").asText()).isEqualTo("2026-03-10T03:00:00Z");
    assertThat(json.at("/data/figures/expected").asDouble()).isEqualTo(1.5);
  }

  @Test
  void readsBackWhatItWrote() throws Exception {
    assertThat(AlertTopic.fromCloudEvent(AlertTopic.toCloudEvent(BURST))).isEqualTo(BURST);
  }

  @Test
  void refusesWhatIsNoCloudEvent() {
    byte[] other = "{\"id\": 1".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> AlertTopic.fromCloudEvent(other)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "{'specversion': '2.0', 'id': '1', 'source': '/x', 'type': 'y', 'data': {}}",
        "{'specversion': '1.0', 'id': '1', 'source': '/x', 'type': 'y', 'time': 'noon'}",
        "{'specversion': '1.0', 'id': '1', 'source': '/x', 'type': 'y'}",
        "{'specversion': '1.0', 'id': '1', 'source': '/x', 'type': 'y', 'data': null}",
        "{'specversion': '1.0', 'id': '1', 'source': '/x', 'type': 'y', 'data': {'id': '1'}}",
        "{'specversion': '1.0', 'id': '1', 'source': '/x', 'type': 'y', 'data': {'id': '1', 'kind': 'burst',"
            + " 'region': 'sakhalin', 'time': '2026-03-10T03:00:00Z', 'severity': 2, 'summary': '', 'posts': []}}"
      })
  void refusesWhatIsNoEventOfOurs(String json) {
    byte[] other = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> AlertTopic.fromCloudEvent(other)).isInstanceOf(IOException.class);
  }

  /** Who deletes a record of a compacted topic leaves one without a value. */
  @Test
  void leavesOutWhatItCannotReadAndGoesOn() {
    List<AlertEvent> read = new ArrayList<>();
    ListCollector<AlertEvent> out = new ListCollector<>(read);
    AlertTopic.FromCloudEvent deserializer = new AlertTopic.FromCloudEvent();

    deserializer.deserialize(null, out);
    deserializer.deserialize(new byte[0], out);
    deserializer.deserialize(AlertTopic.toCloudEvent(BURST), out);

    assertThat(read).containsExactly(BURST);
  }
}
