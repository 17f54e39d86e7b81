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
    // the 3rd ends on Sakhalin at 13:00 in Greenwich
    export("sakhalin", "2026-03-02", "2026-03-03T02:00:00Z");
    export("sakhalin", "2026-03-03", "2026-03-03T12:59:59Z");
    export("tula", "2026-03-05", "2026-03-07T00:00:00Z");

    ExportFolder folder = new ExportFolder(path);
    assertThat(folder.lastWholeDay("sakhalin", SAKHALIN)).contains(LocalDate.parse("2026-03-02"));

    export("sakhalin", "2026-03-03_2", "2026-03-03T13:00:00Z");
    assertThat(folder.lastWholeDay("sakhalin", SAKHALIN)).contains(LocalDate.parse("2026-03-03"));
    assertThat(folder.lastWholeDay("nenets", SAKHALIN)).isEmpty();
  }

  private void export(String region, String day, String createdAt) throws IOException {
    String to = day.substring(0, 10);
    Path export = Files.createDirectory(path.resolve("%s_%s_%s".formatted(region, to, day)));
    Files.writeString(
        export.resolve("manifest.json"),
        "{\"region\":{\"id\":\"%s\"},\"period\":{\"to\":\"%s\"},\"createdAt\":\"%s\"}"
            .formatted(region, to, createdAt));
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
    return new ExportDescription(
        name,
        id,
        "tula",
        "Тульская область",
        "Europe/Moscow",
        "2026-03-02",
        "2026-03-02",
        "2026-03-03T00:00:00Z",
        5,
        Set.of(Format.CSV),
        ';',
        1,
        Map.of());
  }
}
