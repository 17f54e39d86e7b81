package org.otklik.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCheckTest {
  private static final String PARQUET = "parquet/theme.parquet";
  private static final String CSV = "csv/theme.csv";

  @TempDir Path export;

  @BeforeEach
  void write() throws IOException {
    List<ExportReceipt> receipts = new ArrayList<>();
    for (Table table : Tables.ALL) {
      if (table.index() != null) {
        receipts.add(new ExportReceipt(null, table.index(), true, 0));
      }
      for (Format format : Format.values()) {
        String path = format.path(table, table.opening("2026-03-01"));
        Path file = export.resolve(path);
        int rows = table.name().equals("theme") ? 40 : 0;
        try (RowWriter writer = format.open(file, table, ';')) {
          for (int row = 0; row < rows; row++) {
            writer.write(Arrays.asList("t" + row, "тема", "a;\"b\"\nc", null, null, "body", null));
          }
        }
        receipts.add(
            ExportReceipt.of(
                new WrittenFile(
                    path,
                    table.name(),
                    format.code(),
                    rows,
                    0,
                    Files.size(file),
                    Sha256.of(file))));
      }
    }
    ExportDescription description =
        new ExportDescription(
            "tula_2026-03-01_2026-03-01",
            "run",
            "tula",
            "Тульская область",
            "Europe/Moscow",
            "2026-03-01",
            "2026-03-01",
            "2026-03-02T00:00:00Z",
            5,
            Set.of(Format.values()),
            ';',
            1,
            Map.of());
    new Manifest(description, receipts).write(export);
  }

  @Test
  void countsTheRowsOfEveryTable() throws Exception {
    ExportCheck check = ExportCheck.of(export);

    assertThat(check.faults()).isEmpty();
    assertThat(check.tables())
        .hasSize(Tables.ALL.size())
        .containsEntry("theme", "csv 40 rows in 1 file(s), parquet 40 rows in 1 file(s)");
  }

  @Test
  void namesAFileWithAChangedByte() throws Exception {
    byte[] bytes = Files.readAllBytes(export.resolve(PARQUET));
    bytes[10] ^= 1;
    Files.write(export.resolve(PARQUET), bytes);

    assertThat(ExportCheck.of(export).faults())
        .containsExactly(PARQUET + ": its bytes were changed (SHA-256 differs)");
  }

  @Test
  void namesAFileThatIsMissing() throws Exception {
    Files.delete(export.resolve(CSV));

    assertThat(ExportCheck.of(export).faults()).contains(CSV + ": is missing");
  }

  @Test
  void namesAFileThatIsTooMuch() throws Exception {
    Files.writeString(export.resolve("csv/notes.csv"), "a;b\n");

    assertThat(ExportCheck.of(export).faults())
        .containsExactly("csv/notes.csv: is not in the manifest");
  }

  @Test
  void namesAFileThatWasCutAndWhatItLacks() throws Exception {
    Path csv = export.resolve(CSV);
    List<String> lines = Files.readAllLines(csv);
    Files.write(csv, lines.subList(0, lines.size() - 2)); // a row has two lines

    assertThat(ExportCheck.of(export).faults())
        .anySatisfy(fault -> assertThat(fault).startsWith(CSV + ": has ").contains(" bytes"))
        .contains(CSV + ": has 39 rows instead of 40")
        .contains("table theme: has 39 rows in csv instead of 40");
  }

  @Test
  void namesAFileThatIsNoParquet() throws Exception {
    Files.writeString(export.resolve(PARQUET), "nothing of the kind");

    assertThat(ExportCheck.of(export).faults())
        .contains(PARQUET + ": its rows can't be counted: it does not end as a Parquet file does");
  }

  @Test
  void namesTheManifestIfItWasChanged() throws Exception {
    Path manifest = export.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"k\" : 5", "\"k\" : 9"));

    assertThat(ExportCheck.of(export).faults())
        .containsExactly("manifest.json: its bytes were changed (SHA-256 differs)");
  }

  @Test
  void saysWhenThereIsNoManifest() throws Exception {
    Files.delete(export.resolve("manifest.json"));

    assertThat(ExportCheck.of(export).faults()).containsExactly("manifest.json: is missing");
  }
}
