package org.otklik.models.misinformation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.models.text.Token;

/**
 * What an official answer says not to be so: «Информация о закрытии роддома не соответствует
 * действительности» denies «закрытии роддома». A post that states it all the same deserves a look;
 * it need not be wrong: the answer may be, or things may have changed.
 */
public final class OfficialDenial {
  private static final String PREFIX = "answer/";
  private static final String DENIAL = "denial";
  private static final String TAKEN_BACK = "denial-taken-back";
  private static final int FEWEST_WORDS = 3;
  private static final int DAYS = 30;

  /** Words that only lead up to what is denied. */
  private static final Set<String> LEADING_UP =
      Set.of(
          "информация",
          "сообщение",
          "сведение",
          "слух",
          "публикация",
          "новость",
          "пост",
          "соцсеть",
          "интернет",
          "чат",
          "мессенджер",
          "распространять",
          "распространяться",
          "появиться",
          "якобы");

  /** Who has made something up may have had a good idea: in an answer that denies nothing. */
  private static final Set<String> IDEAS =
      Set.of("придумать", "выдумать", "выдумывать", "сочинить", "сочинять");

  private OfficialDenial() {}

  /** True for the id of a claim made by {@link #of}. */
  public static boolean isId(String claimId) {
    return claimId.startsWith(PREFIX);
  }

  /**
   * The statement that an answer denies, in the shape of a claim that is valid for thirty days.
   *
   * @param postId id of the answer
   * @param text the answer, masked
   * @param tokens the tokens of this very text
   * @param day the day of the answer
   * @return empty when it denies nothing, or says too little to be recognised by
   */
  public static Optional<Claim> of(String postId, String text, List<Token> tokens, LocalDate day) {
    Cues cues = withoutIdeas(CuePatterns.shared().find(text, tokens), tokens);
    if (!cues.has(DENIAL) || cues.has(TAKEN_BACK)) {
      return Optional.empty();
    }
    TermText terms = new TermReader(Words.shared()).read(text, tokens);
    List<String> best = List.of();
    for (Cues.Cue cue : cues.all()) {
      if (cue.code().equals(DENIAL)) {
        List<String> denied = denied(terms, cues, cue);
        best = denied.size() > best.size() ? denied : best;
      }
    }
    if (best.size() < FEWEST_WORDS) {
      return Optional.empty();
    }
    return Optional.of(
        new Claim(
            PREFIX + postId,
            String.join(" ", best),
            List.of(),
            "",
            "",
            "",
            null,
            day.toString(),
            null,
            day.plusDays(DAYS).toString(),
            List.of(),
            null));
  }

  private static Cues withoutIdeas(Cues cues, List<Token> tokens) {
    Set<Integer> ideas = new HashSet<>();
    for (Token token : tokens) {
      if (IDEAS.contains(token.lemma())) {
        ideas.add(token.start());
      }
    }
    return new Cues(
        cues.all().stream()
            .filter(cue -> !cue.code().equals(DENIAL) || !ideas.contains(cue.start()))
            .toList());
  }

  /** The words with content of the sentence in which a denial stands, without the denial's own. */
  private static List<String> denied(TermText terms, Cues cues, Cues.Cue cue) {
    int sentence = -1;
    for (Term term : terms.terms()) {
      if (term.start() <= cue.start()) {
        sentence = term.sentence();
      }
    }
    List<String> words = new ArrayList<>();
    for (Term term : terms.terms()) {
      boolean ofDenial =
          cues.all().stream()
              .anyMatch(
                  other ->
                      other.code().equals(DENIAL)
                          && term.start() >= other.start()
                          && term.end() <= other.end());
      if (term.sentence() == sentence
          && term.isContent()
          && !ofDenial
          && !LEADING_UP.contains(term.sense().lemma())) {
        words.add(terms.surface(term));
      }
    }
    return words;
  }
}
