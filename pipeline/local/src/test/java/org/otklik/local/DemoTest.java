package org.otklik.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.Json;

class DemoTest {
  @Test
  void goesTheWholeWayOnceAndAccountsForEveryRecord() throws Exception {
    PrintStream terminal = System.out;
    PrintStream errors = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    int exitCode;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      exitCode =
          Otklik.run(
              "demo",
              "--once",
              "--kafka-port",
              "0",
              "--elasticsearch-port",
              "0",
              "--flink-port",
              "0");
    } finally {
      System.setOut(terminal);
      System.setErr(errors);
    }

    assertThat(exitCode).isZero();
    JsonNode summary = Json.mapper().readTree(printed.toString(StandardCharsets.UTF_8));
    assertThat(summary.path("indexed").asLong()).isGreaterThan(500);
    assertThat(summary.path("replaced").asLong()).isPositive();
    assertThat(summary.path("duplicates").asLong()).isPositive();
    assertThat(summary.path("ignored").asLong()).isPositive();
    assertThat(summary.path("deadLettered").asLong()).isPositive();
    assertThat(summary.path("received").asLong())
        .isEqualTo(
            summary.path("indexed").asLong()
                + summary.path("replaced").asLong()
                + summary.path("duplicates").asLong()
                + summary.path("ignored").asLong()
                + summary.path("deadLettered").asLong());
    List<String> alerts =
        told.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("Оповещение: "))
            .toList();
    assertThat(alerts).hasSize(summary.at("/alerts/delivered").asInt());
    assertThat(alerts).allMatch(line -> line.contains("подпись верна"));
    assertThat(alerts).filteredOn(line -> line.contains("всплеск")).hasSize(1);
    assertThat(summary.path("postsPerSecond").asDouble()).isPositive();
  }
}
