package org.otklik.local.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.post.PostId;
import picocli.CommandLine.Option;

/** The options with which a confirmed rumour becomes a claim of the register. */
final class NewClaimOptions {
  private static final int ID_LENGTH = 12;

  @Option(
      names = "--claim-text",
      paramLabel = "TEXT",
      description = "The claim in one sentence, as people spread it.")
  private @Nullable String text;

  @Option(
      names = "--claim-id",
      paramLabel = "ID",
      description = "Its id. Default: made from the text.")
  private @Nullable String id;

  @Option(
      names = "--verdict",
      paramLabel = "TEXT",
      description = "What the check has shown. Default: the reason.")
  private @Nullable String verdict;

  @Option(
      names = "--answer",
      paramLabel = "TEXT",
      description = "The reliable answer that may be published.")
  private @Nullable String answer;

  @Option(
      names = "--refuted-by",
      paramLabel = "BODY",
      description = "Who has checked and refuted it.")
  private @Nullable String refutedBy;

  @Option(names = "--url", paramLabel = "URL", description = "Page with the refutation.")
  private @Nullable String url;

  boolean isGiven() {
    return text != null;
  }

  Claim claim(String wording, String theme, @Nullable String reason, Instant now) {
    if (text == null) {
      throw new IllegalStateException("there is no --claim-text");
    }
    return new Claim(
        id == null ? "claim-" + PostId.of("claim", text).substring(0, ID_LENGTH) : id,
        text,
        wording.equals(text) ? List.of() : List.of(wording),
        verdict != null ? verdict : reason == null ? "" : reason,
        answer == null ? "" : answer,
        refutedBy == null ? "" : refutedBy,
        url,
        LocalDate.ofInstant(now, ZoneOffset.UTC).toString(),
        null,
        null,
        List.of(theme),
        null);
  }

  static Claim withWording(Claim claim, String wording) {
    List<String> wordings = new ArrayList<>(claim.wordings());
    wordings.add(wording);
    return new Claim(
        claim.id(),
        claim.claim(),
        wordings,
        claim.verdict(),
        claim.answer(),
        claim.refutedBy(),
        claim.url(),
        claim.date(),
        claim.validFrom(),
        claim.validTo(),
        claim.themes(),
        claim.region());
  }
}
