package org.otklik.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.local.Otklik;

/** The commands of the analyst's loop that need no stack. */
class ModelCommandsTest {
  private static final String LABELLED =
      """
      id\ttext\ttheme\ttype
      1\tЯма на дороге у школы, колесо пробил\troads\tproblem
      2\tАвтобус 5 опять не пришёл, ждём час\ttransport\tproblem
      3\tКогда дадут горячую воду в дом на Ленина\thousing-utilities\tproblem
      4\tСпасибо врачам за отца\thealthcare\tgratitude
      """;

  @TempDir private Path folder;

  @Test
  void evaluateShowsTablesForThemesAndTypesAndDrawsTheCurve() throws Exception {
    Path data = Files.writeString(folder.resolve("data.tsv"), LABELLED);
    Path svg = folder.resolve("curve.svg");

    String out = run(0, "evaluate", "--data", data.toString(), "--svg", svg.toString());

    assertThat(out).contains("## Themes", "## Types", "texts 4, accuracy");
    assertThat(Files.readString(svg)).startsWith("<svg");
  }

  @Test
  void evaluateNamesAColumnThatIsMissing() throws Exception {
    Path data = Files.writeString(folder.resolve("data.tsv"), "id\twords\n1\tЯма\n");

    assertThat(run(ExitCode.WRONG_INPUT, "evaluate", "--data", data.toString()))
        .contains("data.tsv", "text");
  }

  @Test
  void evaluateAsksForItsData() {
    assertThat(run(ExitCode.WRONG_INPUT, "evaluate")).contains("--data");
  }

  @Test
  void trainSaysWhichTextsItLacks() {
    assertThat(
            run(
                ExitCode.WRONG_INPUT,
                "train",
                "--texts",
                folder.toString(),
                "--out",
                folder.toString()))
        .contains("kursk_train.tsv", "--texts");
  }

  @Test
  void correctNamesTheThemesWhenOneIsUnknown() {
    assertThat(
            run(
                ExitCode.WRONG_INPUT,
                "correct",
                "--post",
                "1",
                "--theme",
                "weather",
                "--by",
                "duty"))
        .contains("weather", "roads");
  }

  @Test
  void correctTakesEitherAThemeOrTheOrderToTakeItBack() {
    assertThat(run(ExitCode.WRONG_INPUT, "correct", "--post", "1", "--by", "duty"))
        .contains("--theme");
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
