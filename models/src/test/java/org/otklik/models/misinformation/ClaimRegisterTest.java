package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimRegisterTest {
  @TempDir Path folder;

  private static final String RIGHT =
      """
      claims:
        - id: one
          claim: Утверждение достаточной длины
          wordings: []
          verdict: Не подтвердилось
          answer: Ответ
          refuted-by: ведомство (пример)
          url: null
          date: 2026-01-01
          valid-from: null
          valid-to: null
          themes: [other]
          region: null
      """;

  @Test
  void registerOfTheProjectHoldsAtLeastFortyExamples() throws IOException {
    List<Claim> claims = ClaimRegister.load(Examples.REGISTER).claims();
    assertThat(claims).hasSizeGreaterThanOrEqualTo(40);
    assertThat(claims)
        .allSatisfy(
            claim -> {
              assertThat(claim.answer()).contains("Пример ответа");
              assertThat(claim.refutedBy()).endsWith("(пример)");
              assertThat(claim.themes()).isNotEmpty();
            });
  }

  @Test
  void everyFileOfTheProjectSaysThatItHoldsExamples() throws IOException {
    try (var files = Files.list(Examples.REGISTER)) {
      assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
          .allSatisfy(file -> assertThat(Files.readString(file)).startsWith("# Examples only."));
    }
  }

  @Test
  void readsEveryKey() throws IOException {
    write("a.yaml", RIGHT);
    assertThat(ClaimRegister.load(folder).claims())
        .singleElement()
        .isEqualTo(
            new Claim(
                "one",
                "Утверждение достаточной длины",
                List.of(),
                "Не подтвердилось",
                "Ответ",
                "ведомство (пример)",
                null,
                "2026-01-01",
                null,
                null,
                List.of("other"),
                null));
  }

  @Test
  void missingKeyIsNamedWithFile() throws IOException {
    write("a.yaml", RIGHT.replace("    verdict: Не подтвердилось\n", ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClaimRegister.load(folder))
        .withMessageContaining("a.yaml")
        .withMessageContaining("verdict");
  }

  @Test
  void unknownKeyIsNamedWithFile() throws IOException {
    write("a.yaml", RIGHT + "    colour: red\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClaimRegister.load(folder))
        .withMessageContaining("a.yaml")
        .withMessageContaining("colour");
  }

  @Test
  void idThatStandsTwiceIsNamedWithBothFiles() throws IOException {
    write("a.yaml", RIGHT);
    write("b.yaml", RIGHT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClaimRegister.load(folder))
        .withMessageContaining("b.yaml: claims[0].id")
        .withMessageContaining("a.yaml");
  }

  @Test
  void lastDayBeforeFirstIsRefusedWithFileAndKey() throws IOException {
    write(
        "a.yaml",
        RIGHT
            .replace("valid-from: null", "valid-from: 2026-03-01")
            .replace("valid-to: null", "valid-to: 2026-02-01"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClaimRegister.load(folder))
        .withMessageContaining("a.yaml")
        .withMessageContaining("valid-to");
  }

  @Test
  void brokenYamlIsNamedWithFile() throws IOException {
    write("a.yaml", "claims: [");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClaimRegister.load(folder))
        .withMessageContaining("a.yaml: is not valid YAML");
  }

  @Test
  void readsTable() throws IOException {
    Path table = folder.resolve("claims.tsv");
    Files.writeString(
        table,
        "claim_id\tclaim\tverdict_note\trefuted_by\tdate\nc1\tВода пропадёт\tНе пропадёт\tведомство\t2026-01-01\n");
    assertThat(ClaimRegister.load(table).claims())
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.id()).isEqualTo("c1");
              assertThat(claim.verdict()).isEqualTo("Не пропадёт");
              assertThat(claim.date()).isEqualTo("2026-01-01");
            });
  }

  @Test
  void emptyFieldOfTableIsNamedWithFileAndLine() throws IOException {
    Path table = folder.resolve("claims.tsv");
    Files.writeString(table, "claim_id\tclaim\nc1\t\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClaimRegister.load(table))
        .withMessageContaining("claims.tsv, line 2: claim is empty");
  }

  private void write(String name, String content) throws IOException {
    Files.copy(
        Examples.REGISTER.resolve("claim.schema.json"),
        folder.resolve("claim.schema.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(folder.resolve(name), content);
  }
}
