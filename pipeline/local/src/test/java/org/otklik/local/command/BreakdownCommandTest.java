package org.otklik.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.jobs.Json;
import org.otklik.local.Otklik;

/** {@code otklik breakdown} without a stack. */
class BreakdownCommandTest {
  private static final List<String> MESSAGES =
      List.of(
          "Бродячие собаки бегают стаей у школы, звоните 8 914 000-11-22",
          "Стая бродячих собак у магазина",
          "Опять бродячие собаки! Стая напала на ребёнка",
          "Когда отловят стаю? Бродячие собаки у подъезда",
          "Верните часы на вокзал");

  @TempDir private Path folder;

  @Test
  void printsProblemsOfAFileWithCountShareAndMaskedExamples() throws Exception {
    String out = run(0, "breakdown", "--file", file().toString());

    assertThat(out)
        .containsPattern("Стая бродячих собак +4 +80,0 %")
        .containsPattern("Остальное +1 +20,0 %")
        .contains("[телефон]")
        .doesNotContain("000-11");
  }

  @Test
  void printsOneJsonLine() throws Exception {
    JsonNode line =
        Json.mapper().readTree(run(0, "breakdown", "--json", "--file", file().toString()));

    assertThat(line.path("messages").asInt()).isEqualTo(5);
    assertThat(line.path("rest").asInt()).isEqualTo(1);
    assertThat(line.at("/problems/0/name").asText()).isEqualTo("Стая бродячих собак");
    assertThat(line.at("/problems/0/examples")).hasSize(4);
  }

  @Test
  void saysWhichLineIsWrong() throws Exception {
    Path wrong =
        Files.writeString(folder.resolve("a.jsonl"), "{\"id\":1,\"text\":\"яма\"}\n{\"id\":2}\n");

    assertThat(run(ExitCode.WRONG_INPUT, "breakdown", "--file", wrong.toString()))
        .contains("a.jsonl, line 2", "text");
  }

  @Test
  void namesTheThemesWhenOneIsUnknown() {
    assertThat(run(ExitCode.WRONG_INPUT, "breakdown", "--theme", "weather"))
        .contains("weather", "roads");
  }

  @Test
  void asksForAThemeOrAFile() {
    assertThat(run(ExitCode.WRONG_INPUT, "breakdown")).contains("--theme", "--file");
  }

  @Test
  void writesOnlyWeeks() {
    assertThat(
            run(
                ExitCode.WRONG_INPUT,
                "breakdown",
                "--theme",
                "roads",
                "--write",
                "--from",
                "2026-03-03"))
        .contains("Monday to Sunday");
  }

  @Test
  void saysWhereItLookedForElasticsearch() {
    assertThat(
            run(
                ExitCode.FAILED,
                "breakdown",
                "--theme",
                "roads",
                "--elasticsearch",
                "http://127.0.0.1:1"))
        .contains("otklik breakdown");
  }

  private Path file() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String message : MESSAGES) {
      lines.append(Json.mapper().createObjectNode().put("id", lines.length()).put("text", message));
      lines.append('\n');
    }
    return Files.writeString(folder.resolve("messages.jsonl"), lines);
  }

  private static String run(int expectedExitCode, String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(System.out);
      assertThat(Otklik.run(arguments)).isEqualTo(expectedExitCode);
      return printed.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
