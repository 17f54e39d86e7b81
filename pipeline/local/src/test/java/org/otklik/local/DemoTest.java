package org.otklik.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.Json;

class DemoTest {
  @Test
  void goesTheWholeWayOnceAndAccountsForEveryRecord() throws Exception {
    PrintStream terminal = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int exitCode;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
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
    assertThat(summary.at("/alerts/delivered").isIntegralNumber()).isTrue();
    assertThat(summary.path("postsPerSecond").asDouble()).isPositive();
  }
}
