package org.otklik.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.models.place.Place;

class PlaceEvaluationTest {
  @TempDir private Path folder;

  @Test
  void countsRightMunicipalitiesAndRightlyOpenOnes() throws IOException {
    PlaceEvaluation evaluation =
        of("Холмский\tв Холмске яма\teasy", "-\tкрасное солнце\tnegative", "outside\tв Находке\tx");

    assertThat(evaluation.all()).isEqualTo(new PlaceEvaluation.Share(3, 3));
  }

  @Test
  void countsPlacesToldWhereNoneIs() throws IOException {
    PlaceEvaluation evaluation = of("\tв Холмске не яма\tnegative", "-\tсолнце\tnegative");

    assertThat(evaluation.assertedOnNegatives()).isEqualTo(new PlaceEvaluation.Share(2, 1));
    assertThat(evaluation.misses())
        .extracting(PlaceEvaluation.Miss::reason)
        .containsExactly("a place told where none is");
  }

  @Test
  void passesOverRowsOfOtherRegions() throws IOException {
    Path file = folder.resolve("cases.tsv");
    Files.writeString(
        file, "region\ttext\tmunicipality\nperm\tв Холмске\tПермь\ncoast\tв Холмске\tХолмский\n");

    assertThat(PlaceEvaluation.of(file, "coast", PlaceEvaluationTest::place).all())
        .isEqualTo(new PlaceEvaluation.Share(1, 1));
  }

  @Test
  void aFileWithoutRowsOfTheRegionIsRefused() throws IOException {
    Path file = folder.resolve("cases.tsv");
    Files.writeString(file, "region\ttext\tmunicipality\nperm\tв Холмске\tПермь\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlaceEvaluation.of(file, "coast", PlaceEvaluationTest::place))
        .withMessageEndingWith("no rows of the region «coast»");
  }

  @Test
  void tellsFiguresByDifficultyAndReasons() throws IOException {
    assertThat(of("Холмский\tв Холмске\teasy", "Анивский\tв Холмске\thard").markdown())
        .contains("| municipality | 2 | 1 | 0.500 |")
        .contains("| easy | 1 | 1 | 1.000 |")
        .contains("| hard | 1 | 0 | 0.000 |")
        .contains("| another municipality, by text | 1 |");
  }

  private PlaceEvaluation of(String... rows) throws IOException {
    Path file = folder.resolve("cases.tsv");
    Files.writeString(file, "municipality\ttext\tdifficulty\n" + String.join("\n", rows) + "\n");
    return PlaceEvaluation.of(file, "coast", PlaceEvaluationTest::place);
  }

  private static Place place(String region, String text, @Nullable String community) {
    if (!text.contains("Холмск")) {
      return Place.UNKNOWN;
    }
    return new Place(
        "Холмский",
        null,
        null,
        null,
        "municipality",
        47.0,
        142.0,
        Place.MUNICIPALITY_POINT,
        "text",
        List.of("Холмске"),
        0.9,
        List.of());
  }
}
