package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfficialDenialTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-10");

  private static Optional<Claim> denied(String answer) {
    return OfficialDenial.of("1", answer, Examples.tokens(answer), DAY);
  }

  private static Misinformation analyze(String answer, String post, LocalDate day) {
    MisinformationAnalyzer analyzer =
        new MisinformationAnalyzer(ClaimMatcher.of(List.of()))
            .withAnswers(ClaimMatcher.of(List.of(denied(answer).orElseThrow())));
    return analyzer.analyze(post, Examples.tokens(post), false, day);
  }

  private static final String ANSWER =
      "Добрый день! Информация о том, что роддом в Холмске закроют с марта, не соответствует "
          + "действительности. Приём ведётся ежедневно.";

  @Test
  void keepsTheWordsOfWhatIsDenied() {
    assertThat(denied(ANSWER))
        .get()
        .extracting(Claim::claim)
        .asString()
        .contains("роддом", "Холмске", "закроют")
        .doesNotContain("соответствует", "Информация", "Приём");
  }

  @Test
  void pointsOutAPostThatStatesIt() {
    Misinformation found = analyze(ANSWER, "Роддом в Холмске закроют с марта!", DAY);

    assertThat(found.signals()).extracting(Signal::code).contains("contradicts-answer");
    assertThat(found.claimId()).isNull();
    assertThat(found.review()).isTrue();
  }

  @Test
  void leavesThoseAloneWhoSayTheSameAsTheAnswer() {
    Misinformation found = analyze(ANSWER, "Роддом в Холмске не закроют, это неправда", DAY);

    assertThat(found.signals()).extracting(Signal::code).doesNotContain("contradicts-answer");
  }

  @Test
  void isForgottenAfterThirtyDays() {
    Misinformation found = analyze(ANSWER, "Роддом в Холмске закроют с марта!", DAY.plusDays(31));

    assertThat(found.signals()).extracting(Signal::code).doesNotContain("contradicts-answer");
  }

  @Test
  void makesNothingOfAnAnswerThatDeniesNothing() {
    assertThat(denied("Роддом в Холмске закроют с марта на ремонт, адрес временного: Советская, 5"))
        .isEmpty();
  }

  @Test
  void makesNothingOfAnAnswerInWhichSomebodyHasAnIdea() {
    assertThat(
            denied("Эскиз сквера на улице Советской жители придумали сами, работы начнутся в мае"))
        .isEmpty();
  }

  @Test
  void makesNothingOfABareDenial() {
    assertThat(denied("Здравствуйте. Это неправда.")).isEmpty();
  }
}
