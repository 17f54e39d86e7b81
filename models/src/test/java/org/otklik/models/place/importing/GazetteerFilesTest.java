package org.otklik.models.place.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.models.place.Gazetteer;
import org.otklik.models.place.PlaceQuery;
import org.otklik.models.place.PlaceResolver;

class GazetteerFilesTest {
  @TempDir private Path folder;

  private final ImportedRegion imported = RegionImport.run(Samples.tables());

  @Test
  void makesAGazetteerThatFindsPlaces() throws IOException {
    GazetteerFiles.merge(folder, imported, false);

    PlaceResolver resolver = new PlaceResolver(Gazetteer.load(folder, "kursk"), "kursk");
    assertThat(resolver.resolve(PlaceQuery.of("В Судже нет воды", null)).municipality())
        .isEqualTo("Суджанский");
  }

  @Test
  void aSecondImportAddsNothing() throws IOException {
    GazetteerFiles.merge(folder, imported, false);
    Map<String, String> before = contents();

    Map<String, GazetteerFiles.Change> changes = GazetteerFiles.merge(folder, imported, false);

    assertThat(changes).containsEntry("settlements.tsv", new GazetteerFiles.Change(0, 2, 0));
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void rowsOfOtherRegionsAndCommentsStay() throws IOException {
    write(
        "municipalities.tsv",
        "# about",
        header("municipalities.tsv"),
        "perm\tПермь\t\t\t58\t56\t\tme");
    GazetteerFiles.merge(folder, imported, true);

    assertThat(Files.readAllLines(folder.resolve("municipalities.tsv")))
        .startsWith("# about", header("municipalities.tsv"), "perm\tПермь\t\t\t58\t56\t\tme")
        .hasSize(5);
  }

  @Test
  void ownRowsStayWithoutReplace() throws IOException {
    GazetteerFiles.merge(folder, imported, false);
    Path file = folder.resolve("settlements.tsv");
    Files.writeString(file, Files.readString(file).replace("6940", "7000"));

    GazetteerFiles.merge(folder, imported, false);

    assertThat(Files.readString(file)).contains("7000").doesNotContain("6940");
  }

  @Test
  void ownRowsGiveWayToReplace() throws IOException {
    GazetteerFiles.merge(folder, imported, false);
    Path file = folder.resolve("settlements.tsv");
    Files.writeString(file, Files.readString(file).replace("6940", "7000"));

    Map<String, GazetteerFiles.Change> changes = GazetteerFiles.merge(folder, imported, true);

    assertThat(Files.readString(file)).contains("6940").doesNotContain("7000");
    assertThat(changes).containsEntry("settlements.tsv", new GazetteerFiles.Change(2, 0, 2));
  }

  @Test
  void otherNamesOfReplacedPlacesThatAreGoneGoToo() throws IOException {
    GazetteerFiles.merge(folder, imported, false);
    Path file = folder.resolve("aliases.tsv");
    write(
        "aliases.tsv",
        header("aliases.tsv"),
        "kursk\tСуджанский\tСуджа\tСуджанка\tcolloquial\ttrue\tme",
        "kursk\tСуджанский\tПропавшее\tПропащее\tcolloquial\ttrue\tme");

    GazetteerFiles.merge(folder, imported, true);

    assertThat(Files.readString(file)).contains("Суджанка").doesNotContain("Пропащее");
  }

  @Test
  void writesNothingWhenTheResultWouldBeNoGazetteer() throws IOException {
    write(
        "aliases.tsv",
        header("aliases.tsv"),
        "kursk\tСуджанский\tПропавшее\tПропащее\tcolloquial\ttrue\tme");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> GazetteerFiles.merge(folder, imported, false))
        .withMessageContaining("aliases.tsv, line 2, column settlement: «Пропавшее»");
    assertThat(folder.resolve("settlements.tsv")).doesNotExist();
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(folder.resolve(file), List.of(lines));
  }

  private Map<String, String> contents() throws IOException {
    return Map.of(
        "municipalities", Files.readString(folder.resolve("municipalities.tsv")),
        "settlements", Files.readString(folder.resolve("settlements.tsv")),
        "aliases", Files.readString(folder.resolve("aliases.tsv")));
  }

  private static String header(String file) {
    return file.equals("aliases.tsv")
        ? "region\tmunicipality\tsettlement\talias\tkind\tneeds_context\tsource"
        : "region\tmunicipality\tofficial_name\tseat\tlat\tlon\tpopulation\tsource";
  }
}
