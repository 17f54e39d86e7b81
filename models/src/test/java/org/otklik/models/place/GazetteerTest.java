package org.otklik.models.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerTest {

  @Test
  void keepsOnlyTheRowsOfItsRegion() {
    Gazetteer gazetteer = SmallGazetteer.rows().gazetteer();

    assertThat(gazetteer.municipalities())
        .extracting(Gazetteer.Municipality::name)
        .containsExactly("Приморск", "Корсаковский", "Лесной", "Холмский");
    assertThat(gazetteer.settlements()).hasSize(9);
    assertThat(gazetteer.municipality("Дальний")).isNull();
  }

  @Test
  void knowsWhichPointsAreOnlyTheMunicipalitys() {
    assertThat(SmallGazetteer.rows().gazetteer().settlements())
        .filteredOn(settlement -> !settlement.ownPoint())
        .extracting(Gazetteer.Settlement::name)
        .containsOnly("Раздольное");
  }

  @Test
  void findsTheNameOfItsRegionByItsCities() {
    assertThat(SmallGazetteer.rows().gazetteer().ownRegionNames())
        .containsExactly("Береговая область");
  }

  @Test
  void tellsFileLineAndColumnOfANumberThatIsNone() {
    List<String> settlements = new ArrayList<>(SmallGazetteer.SETTLEMENTS);
    settlements.set(2, "coast\tКорсаковский\tКорсаков\tгород\t33000\tсеверно\t142.78\tpoint\ttest");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(settlements, SmallGazetteer.MUNICIPALITIES).gazetteer())
        .withMessage(
            "settlements.tsv, line 3, column lat: «северно» is not a number between -90.0 and 90.0");
  }

  @Test
  void tellsAMunicipalityThatIsNotListed() {
    List<String> settlements = new ArrayList<>(SmallGazetteer.SETTLEMENTS);
    settlements.set(1, "coast\tГорный\tГорное\tсело\t\t47\t142\tpoint\ttest");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(settlements, SmallGazetteer.MUNICIPALITIES).gazetteer())
        .withMessage(
            "settlements.tsv, line 2, column municipality: «Горный» is not in municipalities.tsv");
  }

  @Test
  void tellsAMunicipalityThatIsListedTwice() {
    List<String> municipalities = new ArrayList<>(SmallGazetteer.MUNICIPALITIES);
    municipalities.add("coast\tЛесной\t\t\t48\t142\t\ttest");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(SmallGazetteer.SETTLEMENTS, municipalities).gazetteer())
        .withMessageContaining("municipalities.tsv, line 8, column municipality: «Лесной»");
  }

  @Test
  void tellsAColumnThatTheHeaderLacks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(List.of("region\tname"), SmallGazetteer.MUNICIPALITIES).gazetteer())
        .withMessage("settlements.tsv, line 1, column municipality: missing in the header");
  }

  @Test
  void tellsALineWithTooFewColumns() {
    List<String> settlements = new ArrayList<>(SmallGazetteer.SETTLEMENTS);
    settlements.add("coast\tЛесной");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(settlements, SmallGazetteer.MUNICIPALITIES).gazetteer())
        .withMessage("settlements.tsv, line 11: 2 columns, the header names 9");
  }

  @Test
  void tellsAnAliasOfAnUnknownSettlement() {
    List<String> aliases = new ArrayList<>(SmallGazetteer.ALIASES);
    aliases.add("coast\tЛесной\tБерёзки\tБрёзы\tcolloquial\tfalse\ttest");
    GazetteerRows rows =
        new GazetteerRows(
            "coast",
            SmallGazetteer.SETTLEMENTS,
            SmallGazetteer.MUNICIPALITIES,
            aliases,
            SmallGazetteer.CITIES);

    assertThatIllegalArgumentException()
        .isThrownBy(rows::gazetteer)
        .withMessage(
            "aliases.tsv, line 5, column settlement: «Берёзки» of Лесной is not in settlements.tsv");
  }

  @Test
  void tellsARegionWithoutRows() {
    GazetteerRows rows =
        new GazetteerRows(
            "nowhere",
            SmallGazetteer.SETTLEMENTS,
            SmallGazetteer.MUNICIPALITIES,
            SmallGazetteer.ALIASES,
            SmallGazetteer.CITIES);

    assertThatIllegalArgumentException()
        .isThrownBy(rows::gazetteer)
        .withMessage("municipalities.tsv: no rows of the region «nowhere»");
  }

  @Test
  void readsFilesAndKeepsLineNumbersTrue(@TempDir Path directory) throws IOException {
    Files.write(directory.resolve("settlements.tsv"), SmallGazetteer.SETTLEMENTS);
    Files.write(directory.resolve("municipalities.tsv"), SmallGazetteer.MUNICIPALITIES);
    Files.write(directory.resolve("aliases.tsv"), SmallGazetteer.ALIASES);
    Files.write(directory.resolve("cities.tsv"), SmallGazetteer.CITIES);

    GazetteerRows rows = GazetteerRows.read(directory, "coast");

    assertThat(rows.municipalities()).hasSameSizeAs(SmallGazetteer.MUNICIPALITIES);
    assertThat(rows.municipalities().get(6)).isEmpty();
    assertThat(Gazetteer.load(directory, "coast").settlements()).hasSize(9);
  }

  @Test
  void tellsAFileThatIsMissing(@TempDir Path directory) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gazetteer.load(directory, "coast"))
        .withMessageContaining("settlements.tsv: there is no such file");
  }

  @Test
  void rowsSurviveSerialization() throws IOException, ClassNotFoundException {
    GazetteerRows rows = SmallGazetteer.rows();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(rows);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(rows);
    }
  }

  private static GazetteerRows rows(List<String> settlements, List<String> municipalities) {
    return new GazetteerRows(
        "coast", settlements, municipalities, SmallGazetteer.ALIASES, SmallGazetteer.CITIES);
  }
}
