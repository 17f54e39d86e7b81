package org.otklik.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.jobs.ClaimChange;
import org.otklik.jobs.Json;
import org.otklik.local.Otklik;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.misinformation.ClaimRegister;

/** The commands about claims and review, as far as they need no stack. */
class ClaimCommandsTest {
  private static final String CLAIMS =
      "claim_id\tclaim\tverdict_note\trefuted_by\tdate\n"
          + "bridge\tМост через Лютогу закроют на ремонт на три года\tРемонт займёт месяц\tдорожная служба (пример)\t2026-03-01\n";
  private static final String POSTS =
      "id\ttext\tlabel\tclaim_id\tkind\treview\n"
          + "1\tМост через Лютогу закроют на ремонт на три года!\tmatch\tbridge\tcopy\tyes\n"
          + "2\tВ подъезде третий день нет света\tnone\t\tcomplaint\tno\n";

  @TempDir private Path folder;

  @Test
  void analyzeSaysWhichClaimAPostRepeats() throws Exception {
    String out =
        run(
            0,
            "{\"id\":1,\"text\":\"Мост через Лютогу закроют на ремонт на три года!\"}\n",
            "analyze",
            "--region",
            "sakhalin",
            "--claims",
            file("claims.tsv", CLAIMS));

    JsonNode found = Json.mapper().readTree(out).path("misinformation");
    assertThat(found.path("review").asBoolean()).isTrue();
    assertThat(found.path("claimId").asText()).isEqualTo("bridge");
    assertThat(found.path("score").isNumber()).isTrue();
    assertThat(found.path("signals").isArray()).isTrue();
  }

  @Test
  void analyzeKnowsTheConfiguredClaims() {
    assertThat(run(0, "{\"id\":1,\"text\":\"Яма\"}\n", "analyze", "--region", "sakhalin"))
        .contains("\"misinformation\":{\"review\":false");
  }

  @Test
  void evaluateClaimsShowsPrecisionAndRecallPerKind() throws Exception {
    assertThat(
            run(
                0,
                "",
                "evaluate",
                "claims",
                "--claims",
                file("claims.tsv", CLAIMS),
                "--posts",
                file("posts.tsv", POSTS)))
        .contains("posts 2", "match precision 1.000", "match recall 1.000", "complaint");
  }

  @Test
  void evaluateClaimsNamesAColumnThatIsMissing() throws Exception {
    assertThat(
            run(
                ExitCode.WRONG_INPUT,
                "",
                "evaluate",
                "claims",
                "--claims",
                file("claims.tsv", CLAIMS),
                "--posts",
                file("posts.tsv", "id\twords\n1\tЯма\n")))
        .contains("posts.tsv", "text");
  }

  @Test
  void claimsListAndExportTheConfiguredOnesWithoutAStack() throws Exception {
    Path out = folder.resolve("claims.jsonld");

    assertThat(run(0, "", "claims", "list", "--configured-only")).contains("(пример)");
    run(0, "", "claims", "export", "--configured-only", "--out", out.toString());

    JsonNode document = Json.mapper().readTree(out.toFile());
    assertThat(document.path("@context").asText()).isEqualTo("https://schema.org");
    assertThat(document.at("/@graph/0/@type").asText()).isEqualTo("ClaimReview");
  }

  @Test
  void reviewNamesTheStatesWhenOneIsUnknown() {
    assertThat(run(ExitCode.WRONG_INPUT, "", "review", "list", "--state", "false"))
        .contains("being-checked");
    assertThat(
            run(
                ExitCode.WRONG_INPUT,
                "",
                "review",
                "decide",
                "--post",
                "1",
                "--state",
                "false",
                "--by",
                "duty"))
        .contains("not-a-claim");
  }

  @Test
  void onlyAConfirmedRumourBecomesAClaim() {
    assertThat(
            run(
                ExitCode.WRONG_INPUT,
                "",
                "review",
                "decide",
                "--post",
                "1",
                "--state",
                "refuted",
                "--by",
                "duty",
                "--claim-text",
                "Мост закроют"))
        .contains("--state confirmed");
  }

  @Test
  void theTopicsWordStandsAboveTheConfiguration() {
    Claim configured = claim("a", "одно");
    Claim newer = claim("a", "другое");

    assertThat(
            CurrentClaims.of(
                new ClaimRegister(List.of(configured, claim("b", "третье"))),
                List.of(
                    new ClaimChange("a", newer, Instant.EPOCH),
                    new ClaimChange("b", null, Instant.EPOCH))))
        .containsExactly(newer);
  }

  private static Claim claim(String id, String sentence) {
    return new Claim(id, sentence, List.of(), "", "", "", null, null, null, null, List.of(), null);
  }

  private String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void reviewListSaysWhoseWordARefutationIs() throws Exception {
    JsonNode claim =
        Json.mapper()
            .readTree(
                """
                {"claim":"Мост закроют","refutedBy":"дорожная служба (пример)","refutedAt":"2026-03-01"}
                """);
    assertThat(ReviewListCommand.refutation(claim))
        .isEqualTo(" «Мост закроют»; опровержение: дорожная служба (пример), 2026-03-01");
    assertThat(ReviewListCommand.refutation(Json.mapper().createObjectNode())).isEmpty();
  }

  private static String run(int expectedExitCode, String input, String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    InputStream in = System.in;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(System.out);
      assertThat(Otklik.run(arguments)).isEqualTo(expectedExitCode);
      return printed.toString(StandardCharsets.UTF_8);
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }
}
