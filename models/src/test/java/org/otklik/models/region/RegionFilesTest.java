package org.otklik.models.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.models.place.Boundaries;

class RegionFilesTest {
  private static final Path CONFIGURATION = Path.of("../config");

  @TempDir private Path folder;

  private final RegionFiles regions = new RegionFiles(CONFIGURATION);

  @BeforeEach
  void copyOneRegion() throws IOException {
    Files.createDirectories(folder.resolve("regions"));
    for (String name : List.of("region.schema.json", "nenets.yaml")) {
      Files.copy(
          CONFIGURATION.resolve("regions").resolve(name), folder.resolve("regions").resolve(name));
    }
  }

  @Test
  void findsTheRegionsOfAllFiveDecrees() throws IOException {
    assertThat(regions.ids())
        .containsExactly("khabarovsk", "nenets", "sakhalin", "tula", "yuzhno-sakhalinsk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"khabarovsk", "nenets", "sakhalin", "tula", "yuzhno-sakhalinsk"})
  void findsNoFaultInAShippedRegion(String id) throws IOException {
    assertThat(regions.faults(id)).isEmpty();
    assertThat(regions.load(id).id()).isEqualTo(id);
  }

  @Test
  void readsTheEighteenThemesAndMunicipalitiesOfSakhalin() throws IOException {
    Region sakhalin = regions.load("sakhalin");

    assertThat(sakhalin.blocks().stream().flatMap(block -> block.themes().stream()).distinct())
        .hasSize(18);
    assertThat(sakhalin.municipalities()).hasSize(18);
    assertThat(sakhalin.timeZone()).isEqualTo(ZoneId.of("Asia/Sakhalin"));
    assertThat(sakhalin.communityHome("vk", "-990000003", null)).isEqualTo("Холмский");
    assertThat(sakhalin.communityHome("json", null, "холмск онлайн")).isEqualTo("Холмский");
    assertThat(sakhalin.communityHome("vk", "-990000002", null)).isNull();
    assertThat(sakhalin.isOfficialPage("vk", "-990000105")).isTrue();
    assertThat(sakhalin.isOfficialPage("vk", "-990000003")).isFalse();
  }

  @Test
  void readsTheBoundariesThatARegionNames() throws IOException {
    nameBoundaries("Нарьян-Мар");
    RegionFiles files = new RegionFiles(folder);

    Boundaries boundaries = files.boundaries(files.load("nenets"));

    assertThat(boundaries).isNotNull();
    assertThat(boundaries.municipalityAt(67.6, 53.0)).isEqualTo("Нарьян-Мар");
  }

  @Test
  void aRegionMayHaveNoBoundaries() throws IOException {
    assertThat(regions.boundaries(regions.load("tula"))).isNull();
  }

  @Test
  void boundariesOfAnotherRegionAreAFault() throws IOException {
    nameBoundaries("Холмский");

    assertThat(new RegionFiles(folder).faults("nenets"))
        .singleElement()
        .asString()
        .contains("nenets.yaml: boundaries:")
        .contains("nenets.geojson: none of its municipalities, such as «Холмский»");
  }

  @Test
  void missingBoundariesAreAFault() throws IOException {
    nameBoundaries("Нарьян-Мар");
    Files.delete(folder.resolve("nenets.geojson"));

    assertThat(new RegionFiles(folder).faults("nenets"))
        .singleElement()
        .asString()
        .endsWith("nenets.geojson: there is no such file");
  }

  private void nameBoundaries(String municipality) throws IOException {
    Path file = folder.resolve("regions").resolve("nenets.yaml");
    Files.writeString(file, Files.readString(file) + "\nboundaries: nenets.geojson\n");
    Files.writeString(
        folder.resolve("nenets.geojson"),
        """
        {"features":[{"properties":{"municipality":"%s"},"geometry":{"type":"Polygon",
         "coordinates":[[[52,67],[54,67],[54,68],[52,68],[52,67]]]}}]}
        """
            .formatted(municipality));
  }

  @Test
  void readsTheBodyOfABlockInTheDecreesWords() throws IOException {
    Region nenets = regions.load("nenets");

    Region.Block energy =
        nenets.blocks().stream()
            .filter(block -> block.themes().contains("energy"))
            .findFirst()
            .orElseThrow();
    assertThat(energy.bodies())
        .singleElement()
        .satisfies(
            id ->
                assertThat(nenets.bodies())
                    .filteredOn(body -> body.id().equals(id))
                    .extracting(Region.Body::name)
                    .containsExactly(
                        "Департамент строительства, жилищно-коммунального хозяйства, энергетики и транспорта Ненецкого автономного округа"));
  }

  @Test
  void namesTheRegionsThereAreWhenOneIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> regions.load("atlantis"))
        .withMessageContaining("atlantis")
        .withMessageContaining("sakhalin");
  }

  @Test
  void namesFileAndKeyOfAnUnknownKey() throws IOException {
    change("time-zone: Europe/Moscow", "time-zone: Europe/Moscow\ncolour: red");

    assertThat(faults()).singleElement().asString().contains("nenets.yaml").contains("colour");
  }

  @Test
  void namesFileAndKeyOfAReferenceThatLeadsNowhere() throws IOException {
    String yaml = Files.readString(file());
    Files.writeString(
        file(), yaml.replaceFirst("(?m)^    bodies: \\[[^\\]]+\\]", "    bodies: [nobody]"));

    assertThat(faults())
        .singleElement()
        .asString()
        .contains("nenets.yaml: blocks[0].bodies")
        .contains("nobody");
  }

  @Test
  void refusesAnUnknownTimeZone() throws IOException {
    change("time-zone: Europe/Moscow", "time-zone: Europe/Atlantis");

    assertThat(faults()).singleElement().asString().contains("Europe/Atlantis");
  }

  @Test
  void saysWhereAFileIsNoYaml() throws IOException {
    change("bodies:", "bodies: [");

    assertThat(faults()).singleElement().asString().contains("is not valid YAML").contains("line");
  }

  private void change(String from, String to) throws IOException {
    String yaml = Files.readString(file());
    assertThat(yaml).contains(from);
    Files.writeString(file(), yaml.replace(from, to));
  }

  private Path file() {
    return folder.resolve("regions/nenets.yaml");
  }

  private List<String> faults() throws IOException {
    return new RegionFiles(folder).faults("nenets");
  }
}
