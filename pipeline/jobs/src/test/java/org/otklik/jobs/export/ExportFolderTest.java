package org.otklik.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.jobs.Period;

class ExportFolderTest {
  private static final ZoneId SAKHALIN = ZoneId.of("Asia/Sakhalin");

  @TempDir Path path;

  @Test
  void lastWholeDayIsNotOneThatWasNotOverWhenItWasExported() throws Exception {
    export("sakhalin", "2026-03-02", "", true);
    export("sakhalin", "2026-03-03", "", false);
    export("tula", "2026-03-05", "", true);

    ExportFolder folder = new ExportFolder(path);
    assertThat(folder.lastWholeDay("sakhalin")).contains(LocalDate.parse("2026-03-02"));

    export("sakhalin", "2026-03-03", "_2", true);
    assertThat(folder.lastWholeDay("sakhalin")).contains(LocalDate.parse("2026-03-03"));
    assertThat(folder.lastWholeDay("nenets")).isEmpty();
  }

  @Test
  void aDayIsOverAtMidnightOfTheRegion() {
    // the 2nd ends in Moscow at 21:00 in Greenwich
    assertThat(description("any", "run", "2026-03-02T20:59:59Z").isOver()).isFalse();
    assertThat(description("any", "run", "2026-03-02T21:00:00Z").isOver()).isTrue();
  }

  private void export(String region, String day, String number, boolean over) throws IOException {
    Path export =
        Files.createDirectory(path.resolve("%s_%s_%s%s".formatted(region, day, day, number)));
    Files.writeString(
        export.resolve("manifest.json"),
        "{\"region\":{\"id\":\"%s\"},\"period\":{\"to\":\"%s\",\"over\":%s}}"
            .formatted(region, day, over));
  }

  @Test
  void isForOneExportAtATime() throws Exception {
    ExportFolder folder = new ExportFolder(path);
    ExportFolder.Hold hold = folder.hold();
    try (hold) {
      assertThatThrownBy(folder::hold)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("under way");
    }
    folder.hold().close();
  }

  @Test
  void removesOnlyWhatKilledExportsLeft() throws Exception {
    Files.createDirectories(path.resolve(".staging-old/parquet/theme"));
    Files.writeString(path.resolve(".staging-old/parquet/theme/half"), "PAR1");
    Files.writeString(path.resolve("notes.txt"), "of somebody");

    new ExportFolder(path).hold().close();

    assertThat(path.resolve(".staging-old")).doesNotExist();
    assertThat(path.resolve("notes.txt")).exists();
  }

  @Test
  void publishingAgainAfterARestartChangesNothing() throws Exception {
    ExportFolder folder = new ExportFolder(path);
    ExportDescription export = description("tula_2026-03-02_2026-03-02", "run");
    Files.createDirectories(folder.staging("run"));
    Files.writeString(folder.staging("run").resolve("manifest.json"), "{\"id\":\"run\"}");

    Path published = folder.publish(export);

    assertThat(folder.publish(export)).isEqualTo(published);
    assertThatThrownBy(() -> folder.publish(description("tula_2026-03-02_2026-03-02", "other")))
        .hasMessageContaining("exists already");
    Period day = new Period(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-02"), SAKHALIN);
    assertThat(folder.freeName("tula", day)).isEqualTo("tula_2026-03-02_2026-03-02_2");
  }

  private static ExportDescription description(String name, String id) {
    return description(name, id, "2026-03-03T00:00:00Z");
  }

  private static ExportDescription description(String name, String id, String createdAt) {
    return new ExportDescription(
        name,
        id,
        "tula",
        "Тульская область",
        "Europe/Moscow",
        "2026-03-02",
        "2026-03-02",
        createdAt,
        5,
        Set.of(Format.CSV),
        ';',
        1,
        Map.of());
  }
}
