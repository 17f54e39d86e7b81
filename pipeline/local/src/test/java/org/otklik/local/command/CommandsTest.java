package org.otklik.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.jobs.Json;
import org.otklik.local.Home;
import org.otklik.local.Otklik;

/**
 * The commands that need no stack, as a user runs them: arguments, standard input, output, exit
 * code.
 */
class CommandsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "up",
        "collect",
        "read",
        "analyze",
        "breakdown",
        "gazetteer",
        "correct",
        "corrections",
        "train",
        "evaluate",
        "setup",
        "doctor"
      })
  void explainThemselves(String command) {
    Run help = run("", command, "--help");

    assertThat(help.exitCode).isZero();
    assertThat(help.out).contains("Usage: otklik " + command);
  }

  @Test
  void answersAnUnknownCommandWithAWayToTheHelp() {
    Run run = run("", "fly");

    assertThat(run.exitCode).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err).contains("fly").contains("otklik --help");
  }

  @Test
  void gazetteerImportAsksForSources() {
    Run run = run("", "gazetteer", "import", "--region", "kursk");

    assertThat(run.exitCode).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err)
        .startsWith("otklik gazetteer import: nothing to import: name a table of settlements");
  }

  @Test
  void gazetteerImportWritesTheRegionsRowsAndTellsWhatItCouldNotPlace(@TempDir Path folder)
      throws Exception {
    Path municipalities = folder.resolve("m.csv");
    Files.writeString(municipalities, "municipality,lat,lon\nСуджанский,51.2,35.3\n");
    Path settlements = folder.resolve("s.csv");
    Files.writeString(
        settlements, "name,municipality,lat,lon\nСуджа,Суджанский район,51.2,35.27\nНигде,,,\n");

    Run run =
        run(
            "",
            "gazetteer",
            "import",
            "--region",
            "kursk",
            "--municipalities",
            municipalities.toString(),
            "--settlements",
            settlements.toString(),
            "--to",
            folder.resolve("gazetteer").toString());

    assertThat(run.exitCode).isZero();
    assertThat(run.out)
        .contains("kursk: 1 municipalities, 1 settlements (1 with a point of their own)")
        .contains("could not be placed: 1")
        .contains("Нигде (table s.csv): neither a municipality nor a point");
    assertThat(folder.resolve("gazetteer").resolve("settlements.tsv"))
        .content()
        .contains("kursk\tСуджанский\tСуджа\tother\t\t51.2\t35.27\tpoint\ttable s.csv");
  }

  @Test
  void readShowsWhatBecomesOfEachRecord() throws Exception {
    Run run =
        run(
            "{\"id\":\"1\",\"text\":\"Яма на дороге\",\"publishedAt\":\"2026-03-15T12:00:00Z\"}\n{\"id\":\"2\",\"text\":\"\"}\n{\"id\":\n",
            "read",
            "--channel",
            "json");

    assertThat(run.exitCode).isZero();
    assertThat(run.lines())
        .extracting(line -> line.path("outcome").asText())
        .containsExactly("post", "ignored", "dead-letter");
    assertThat(run.lines().get(0).at("/post/text").asText()).isEqualTo("Яма на дороге");
    assertThat(run.lines().get(0).path("reason").isNull()).isTrue();
    assertThat(run.lines().get(2).path("reason").asText()).isNotEmpty();
  }

  @Test
  void readTakesRowsOfATableBelowTheirHeader() throws Exception {
    Run run =
        run(
            "Номер;Факт;Дата поступления;ФИО координатора\n60-1;Яма на дороге;10.03.2026;Иванов И. И.\n60-2;;10.03.2026;-\n",
            "read",
            "--channel",
            "pos");

    assertThat(run.exitCode).isZero();
    assertThat(run.lines())
        .extracting(line -> line.path("outcome").asText())
        .containsExactly("post", "ignored");
    assertThat(run.out).doesNotContain("Иванов");
  }

  @Test
  void readNamesTheChannelsWhenTheNameIsWrong() {
    Run run = run("", "read", "--channel", "fax");

    assertThat(run.exitCode).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err).contains("fax").contains("telegram-export");
  }

  @Test
  void analyzeAnswersInTheOrderOfTheQuestions() throws Exception {
    Run run =
        run(
            "{\"id\":7,\"text\":\"В Холмске нет света, звоните +7 914 000-11-22\"}\n{\"id\":\"b\",\"text\":\"Автобус опять не пришёл\",\"community\":\"Корсаков сегодня\"}\n",
            "analyze",
            "--region",
            "sakhalin");

    assertThat(run.exitCode).isZero();
    assertThat(run.lines()).extracting(line -> line.path("id").asText()).containsExactly("7", "b");
    JsonNode first = run.lines().get(0);
    assertThat(first.path("maskedText").asText()).contains("[телефон]").doesNotContain("914");
    assertThat(first.path("themes")).hasSize(3);
    assertThat(first.at("/place/municipality").asText()).isEqualTo("Холмский");
    assertThat(first.at("/place").has("lat")).isTrue();
    assertThat(run.lines().get(1).at("/place/municipality").asText()).isEqualTo("Корсаковский");
    assertThat(run.lines().get(1).at("/place/source").asText()).isEqualTo("community");
  }

  @Test
  void analyzeSaysWhichLineIsWrongAndGoesOn() throws Exception {
    Run run =
        run("{\"id\":\"a\"}\n{\"id\":\"b\",\"text\":\"яма\"}\n", "analyze", "--region", "sakhalin");

    assertThat(run.exitCode).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.lines().get(0).path("error").asText())
        .isEqualTo("line 1: text: expected a string");
    assertThat(run.lines().get(1).path("theme").asText()).isNotEmpty();
  }

  @Test
  void analyzeNamesTheRegionsWhenTheRegionIsUnknown() {
    Run run = run("", "analyze", "--region", "atlantis");

    assertThat(run.exitCode).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err).contains("atlantis").contains("sakhalin");
  }

  @Test
  void demoNamesTheRegionsThatHaveASample() {
    Run run = run("", "demo", "--region", "tula");

    assertThat(run.exitCode).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err).contains("sakhalin");
  }

  @Test
  void collectSaysWhatToDoWhenKafkaIsAway(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"1\",\"text\":\"яма\"}\n");

    Run run = run("", "collect", "--channel", "json", "--kafka", "127.0.0.1:1", file.toString());

    assertThat(run.exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(run.err).contains("otklik up");
  }

  @Test
  void collectNamesAFileThatIsNotThere() {
    Run run = run("", "collect", "--channel", "json", "nowhere.jsonl");

    assertThat(run.exitCode).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err).contains("nowhere.jsonl");
  }

  @Test
  void doctorNamesFileAndKeyOfAFault(@TempDir Path folder) throws Exception {
    copy(Home.folder().resolve("config"), folder);
    Path region = folder.resolve("regions/tula.yaml");
    Files.writeString(
        region, Files.readString(region).replace("time-zone: Europe/Moscow", "time-zone: 7"));

    Run run = run("", "doctor", "--config", folder.toString());

    assertThat(run.exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(run.out)
        .contains("tula.yaml")
        .contains("time-zone")
        .contains("[ok]    Region sakhalin");
  }

  @Test
  void doctorLooksAtEventsSpreadAndSources(@TempDir Path folder) throws Exception {
    copy(Home.folder().resolve("config"), folder);
    Path spread = folder.resolve("spread.yaml");
    Files.writeString(spread, Files.readString(spread).replace("hours: 6", "hours: 0"));

    Run run = run("", "doctor", "--config", folder.toString());

    assertThat(run.exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(run.out)
        .contains("[ok]    Events")
        .contains("[ok]    Sources")
        .contains("spread.yaml: $.sudden.hours")
        .contains("whole number from 1 to 168");
  }

  private static void copy(Path from, Path to) throws Exception {
    List<Path> files = new ArrayList<>();
    try (var walk = Files.walk(from)) {
      walk.forEach(files::add);
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    }
  }

  private record Run(int exitCode, String out, String err) {
    List<JsonNode> lines() throws Exception {
      List<JsonNode> lines = new ArrayList<>();
      for (String line : out.lines().toList()) {
        lines.add(Json.mapper().readTree(line));
      }
      return lines;
    }
  }

  private static Run run(String input, String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    InputStream in = System.in;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
      int exitCode = Otklik.run(arguments);
      System.out.flush();
      return new Run(
          exitCode,
          printed.toString(StandardCharsets.UTF_8),
          complaints.toString(StandardCharsets.UTF_8));
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }
}
