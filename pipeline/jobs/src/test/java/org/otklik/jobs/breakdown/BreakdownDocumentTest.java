package org.otklik.jobs.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.jobs.Period;
import org.otklik.models.breakdown.ConcreteProblem;
import org.otklik.models.breakdown.ProblemBreakdown;
import org.otklik.models.breakdown.Text;

class BreakdownDocumentTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final Period WEEK =
      new Period(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"), MOSCOW);
  private static final ProblemBreakdown BREAKDOWN =
      new ProblemBreakdown(
          8,
          List.of(
              new ConcreteProblem(
                  "Бродячие собаки", 6, List.of(new Text("1", "Стая собак")), List.of("собака"))),
          2);

  @Test
  void isTheSameDocumentHoweverOftenTheWeekIsBrokenDown() {
    Document document = BreakdownDocument.of("tula", "safety", WEEK, BREAKDOWN);

    assertThat(document.index()).isEqualTo("breakdowns");
    assertThat(document.id()).isEqualTo("tula-safety-2026-W10");
    assertThat(document.version()).isEqualTo(WEEK.end().toEpochMilli());
  }

  @Test
  void statesCountAndShareOfEachProblemAndTheRest() throws Exception {
    JsonNode json =
        Json.mapper().readTree(BreakdownDocument.of("tula", "safety", WEEK, BREAKDOWN).body());

    assertThat(json.path("messages").asInt()).isEqualTo(8);
    assertThat(json.path("rest").asInt()).isEqualTo(2);
    assertThat(json.at("/problems/0/name").asText()).isEqualTo("Бродячие собаки");
    assertThat(json.at("/problems/0/share").asDouble()).isEqualTo(0.75);
    assertThat(json.at("/problems/0/examples/0/id").asText()).isEqualTo("1");
    assertThat(json.path("to").asText()).isEqualTo("2026-03-08T21:00:00Z");
  }

  @Test
  void isOnlyOfAWeek() {
    Period days = new Period(WEEK.from(), WEEK.from(), MOSCOW);

    assertThatThrownBy(() -> BreakdownDocument.of("tula", "safety", days, BREAKDOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Monday to Sunday");
  }
}
