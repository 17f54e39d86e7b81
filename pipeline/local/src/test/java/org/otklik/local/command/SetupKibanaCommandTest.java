package org.otklik.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.local.Otklik;
import org.otklik.local.kibana.FakeKibana;

/** The command as a user runs it; Kibana is written by hand. */
class SetupKibanaCommandTest {

  @Test
  void explainsItself() {
    assertThat(run("--help").out).contains("Usage: otklik setup kibana").contains("--space");
  }

  @Test
  void reportsEachObjectAndMayBeRepeated() throws Exception {
    try (FakeKibana kibana = new FakeKibana()) {
      Run first = run("--url", kibana.url());
      Run second = run("--url", kibana.url());

      assertThat(first.exitCode).as(first.err).isZero();
      assertThat(first.out)
          .contains("dashboard\totklik-dashboard-shift\tОтклик: Смена")
          .contains("index-pattern\totklik-data-view-posts\tОтклик: сообщения")
          .endsWith(
              "%1$d of %1$d objects imported into Kibana 8.19.3%n"
                  .formatted(kibana.objects("default").size()));
      assertThat(second).isEqualTo(first);
    }
  }

  @Test
  void putsThePrefixBeforeTheNamesOfIndices() throws Exception {
    try (FakeKibana kibana = new FakeKibana()) {
      assertThat(run("--url", kibana.url(), "--index-prefix", "kursk-").exitCode).isZero();

      assertThat(
              kibana
                  .objects("default")
                  .get("index-pattern/otklik-data-view-heat-daily")
                  .at("/attributes/title")
                  .asText())
          .isEqualTo("kursk-heat-daily");
    }
  }

  @Test
  void failsWhenAnObjectIsRefused() throws Exception {
    try (FakeKibana kibana = new FakeKibana()) {
      kibana.refuses("otklik-map-shift", "unsupported_type");

      Run run = run("--url", kibana.url());

      assertThat(run.exitCode).isEqualTo(ExitCode.FAILED);
      assertThat(run.err).startsWith("refused: map otklik-map-shift: this Kibana knows no");
      assertThat(run.out).contains("dashboard\totklik-dashboard-shift");
    }
  }

  @Test
  void printsWhatItWouldSend() {
    Run run = run("--print", "--index-prefix", "kursk-");

    assertThat(run.exitCode).isZero();
    assertThat(run.err).isEmpty();
    assertThat(run.out.lines()).allMatch(line -> line.startsWith("{\"type\":\""));
    assertThat(run.out).contains("\"title\":\"kursk-posts\"");
  }

  @Test
  void saysWhatIsMissingOrWrong(@TempDir Path folder) {
    assertThat(run().err).contains("--url");
    assertThat(run().exitCode).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run("--url", "kibana").err).contains("http://host:5601");
    assertThat(run("--url", "http://127.0.0.1:1").exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(run("--url", "http://127.0.0.1:1").err)
        .startsWith("otklik setup kibana: Kibana at http://127.0.0.1:1 can't be reached");
    assertThat(run("--url", "http://127.0.0.1:1", "--user", "duty").err)
        .contains("OTKLIK_KIBANA_PASSWORD");
    assertThat(run("--print", "--index-prefix", "Курск").err).contains("Курск");
    assertThat(run("--print", "--config", folder.toString()).err).contains("kibana");
    assertThat(run("--print", "--config", folder.toString()).exitCode)
        .isEqualTo(ExitCode.WRONG_INPUT);
  }

  private record Run(int exitCode, String out, String err) {}

  private static Run run(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "setup";
    arguments[1] = "kibana";
    System.arraycopy(options, 0, arguments, 2, options.length);
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
      int exitCode = Otklik.run(arguments);
      return new Run(
          exitCode,
          printed.toString(StandardCharsets.UTF_8),
          complaints.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
