package org.otklik.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;

class RouteAlertsTest {
  private static final Map<String, List<String>> LEADS = Map.of("energy", List.of("energy-lead"));
  private OneInputStreamOperatorTestHarness<AlertEvent, Notice> harness;

  @Test
  void tellsTheDutyShiftAndTheLeadOfTheThemesBlock() throws Exception {
    route(rule("all", 1, "duty", "block-lead"));

    assertThat(harness.extractOutputValues())
        .extracting(Notice::recipient)
        .containsExactly("duty", "energy-lead");
  }

  @Test
  void tellsEachRecipientOnceUnderTheFirstRule() throws Exception {
    route(rule("first", 1, "duty"), rule("second", 1, "duty"));

    assertThat(harness.extractOutputValues()).extracting(Notice::rule).containsExactly("first");
  }

  @Test
  void keepsAnEventThatNoRuleTakes() throws Exception {
    route(rule("severe", 3, "duty"));

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(unrouted().path("state").asText()).isEqualTo("unrouted");
    assertThat(unrouted().has("recipient")).isFalse();
  }

  @Test
  void keepsAnEventWhoseRecipientHasNoAddress() throws Exception {
    route(rule("all", 1, "nobody"));

    assertThat(unrouted().path("state").asText()).isEqualTo("unrouted");
    assertThat(unrouted().path("recipient").asText()).isEqualTo("nobody");
    assertThat(unrouted().path("rule").asText()).isEqualTo("all");
  }

  @Test
  void asksForThemeMunicipalityKindAndSeverity() {
    AlertEvent burst = TestAlerts.burst("1");

    assertThat(rule(List.of("burst"), List.of("energy"), List.of("Холмский")).takes(burst))
        .isTrue();
    assertThat(rule(List.of("urgent-message"), List.of(), List.of()).takes(burst)).isFalse();
    assertThat(rule(List.of(), List.of("roads"), List.of()).takes(burst)).isFalse();
    assertThat(rule(List.of(), List.of(), List.of("Охинский")).takes(burst)).isFalse();
    assertThat(rule("severe", 3, "duty").takes(burst)).isFalse();
    assertThat(
            rule(List.of(), List.of("energy"), List.of())
                .takes(TestAlerts.spreadingClaim("1", "water")))
        .isFalse();
  }

  private static AlertRule rule(String id, int severity, String... to) {
    return new AlertRule(
        id, List.of(), List.of(), List.of(), severity, List.of(to), AlertRule.Throttle.NONE);
  }

  private static AlertRule rule(
      List<String> kinds, List<String> themes, List<String> municipalities) {
    return new AlertRule(
        "rule", kinds, themes, municipalities, 1, List.of("duty"), AlertRule.Throttle.NONE);
  }

  private void route(AlertRule... rules) throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forProcessFunction(
            new RouteAlerts(
                List.of(rules), LEADS, Set.of("duty", "energy-lead"), TestAlerts.document()));
    harness.processElement(new StreamRecord<>(TestAlerts.burst("1")));
  }

  private JsonNode unrouted() throws Exception {
    Document document = harness.getSideOutput(RouteAlerts.UNROUTED).peek().getValue();
    return Json.mapper().readTree(document.body());
  }
}
