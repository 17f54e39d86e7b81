package org.otklik.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateModelsTest {
  @TempDir private Path directory;

  @Test
  void judgesThemesAndTypesOfAFile() throws IOException {
    Path data = directory.resolve("data.tsv");
    Files.writeString(
        data,
        "text\ttheme\ttype\nАвтобус опять не пришёл\ttransport\tproblem\n"
            + "Мусор не вывозят вторую неделю\tsolid-waste\tproblem\n");

    EvaluateModels.Evaluation evaluation = EvaluateModels.shipped().evaluate(data, 1);

    assertThat(evaluation.themes().accuracy().value()).isEqualTo(1);
    assertThat(evaluation.categories()).isNull();
    assertThat(evaluation.markdown()).contains("## Themes", "## Types", "| transport | 1 |");
  }

  @Test
  void judgesUrgencyAndSeveralProblemsWhereTheFileStatesThem() throws IOException {
    Path data = directory.resolve("data.tsv");
    Files.writeString(
        data,
        "text\ttheme\turgency\traised\n"
            + "Пахнет газом в подъезде, боимся взрыва!\thousing-utilities\t3\thousing-utilities\n"
            + "Во сколько начнётся салют?\tculture\t0\tculture\n");

    MessageQuality quality = EvaluateModels.shipped().evaluate(data, 1).messages();

    assertThat(quality).isNotNull();
    assertThat(quality.texts()).isEqualTo(2);
    assertThat(quality.urgentRecall()).isEqualTo(1);
    assertThat(quality.calmRaised()).isZero();
    assertThat(quality.several()).isZero();
  }

  @Test
  void refusesAnUrgencyThatIsNoLevel() throws IOException {
    Path data = directory.resolve("data.tsv");
    Files.writeString(data, "text\ttheme\turgency\nЯма\troads\thigh\n");

    assertThatThrownBy(() -> EvaluateModels.shipped().evaluate(data, 1))
        .hasMessageContaining("data.tsv")
        .hasMessageContaining("0 to 3");
  }

  @Test
  void saysWhichColumnIsMissing() throws IOException {
    Path data = directory.resolve("data.tsv");
    Files.writeString(data, "text\nЯма\n");

    assertThatThrownBy(() -> EvaluateModels.shipped().evaluate(data, 1))
        .hasMessageContaining("data.tsv")
        .hasMessageContaining("theme");
  }

  @Test
  void findsNoChangesBetweenAModelAndItself() throws IOException {
    Path data = directory.resolve("data.tsv");
    Files.writeString(data, "text\ttheme\nАвтобус опять не пришёл\ttransport\n");

    assertThat(EvaluateModels.shipped().changes(data, EvaluateModels.shipped())).isEmpty();
  }
}
