package org.otklik.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainModelsTest {
  @TempDir private Path directory;

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
  }

  private Path train(String out) throws IOException {
    file("kursk-corrections.tsv", "id\ttheme\treason", "2\tsolid-waste\tbins");
    file(
        "kursk-topic-to-category.tsv",
        "topic\tcategory",
        "Ямы\tpotholes",
        "Баки\twaste-collection");
    file("kursk-types.tsv", "id\ttype", "1\tproblem");
    file("perm-labels.tsv", "id\ttheme\ttheme2\ttype", "p1\troads\t\tquestion");
    file("examples.tsv", "text\ttheme\ttype", "Яма на дороге\troads\tproblem");
    file("phrases.tsv", "text\tcategory\ttype", "Снег на дороге\tsnow-on-roads\tproblem");
    file(
        "kursk_train.tsv",
        "id\ttext\ttopic\ttheme",
        "1\tБольшая яма на дороге\tЯмы\troads",
        "2\tМусор и баки на дороге\tЯмы\troads",
        "3\tМусор не вывозят баки полные\tБаки\tsolid-waste");
    file("perm_unlabelled.tsv", "id\ttext", "p1\tКогда починят дорогу");
    Path taxonomy =
        file(
            "taxonomy.yaml",
            "themes:",
            "  - id: roads",
            "    categories:",
            "      - {id: potholes, synonyms: [яма на дороге]}",
            "      - {id: snow-on-roads, synonyms: [снег на дороге]}",
            "  - id: solid-waste",
            "    categories:",
            "      - {id: waste-collection, synonyms: [мусор не вывозят]}");
    TrainModels.train(directory, directory, taxonomy, null, directory.resolve(out));
    return directory.resolve(out);
  }

  @Test
  void makesModelsThatCanBeJudged() throws IOException {
    EvaluateModels models = EvaluateModels.of(train("models"));
    Path data = file("data.tsv", "text\ttheme", "мусор и баки\tsolid-waste", "яма\troads");

    assertThat(models.evaluate(data, 1).themes().accuracy().value()).isEqualTo(1);
  }

  @Test
  void makesTheSameModelsAgain() throws IOException {
    Path first = train("first");
    Path second = train("second");

    assertThat(second.resolve("themes.model.gz"))
        .hasSameBinaryContentAs(first.resolve("themes.model.gz"));
    assertThat(second.resolve("types.model.gz"))
        .hasSameBinaryContentAs(first.resolve("types.model.gz"));
  }
}
