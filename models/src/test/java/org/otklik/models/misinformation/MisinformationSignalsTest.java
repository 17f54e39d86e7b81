package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MisinformationSignalsTest {
  private final MisinformationSignals signals = new MisinformationSignals();

  private List<Signal> find(String text) {
    return signals.find(text, Examples.tokens(text), false);
  }

  private boolean review(String text) {
    return signals.score(find(text)) >= signals.threshold();
  }

  @Test
  void rumourGoesToReviewWithItsWords() {
    String text =
        "Знакомая из больницы сказала по секрету: лекарства скоро исчезнут. Перешлите всем, пока не удалили!";
    assertThat(find(text))
        .extracting(Signal::code)
        .contains("vague-source", "prophecy-of-shortage", "call-to-forward", "urgency-secrecy");
    assertThat(find(text))
        .filteredOn(signal -> signal.code().equals("urgency-secrecy"))
        .singleElement()
        .satisfies(signal -> assertThat(signal.evidence()).contains("пока не удалили"));
    assertThat(review(text)).isTrue();
  }

  @Test
  void everydayTextHasNoSignals() {
    assertThat(find("Отдам диван, самовывоз")).isEmpty();
    assertThat(review("Отдам диван, самовывоз")).isFalse();
  }

  @Test
  void angerAloneIsNoSignal() {
    String text = "Да сколько можно, мэр врёт и не краснеет, скоты, дороги нет!!!";
    assertThat(find(text)).noneMatch(signal -> signal.weight() > 0);
    assertThat(review(text)).isFalse();
  }

  @Test
  void negatedMeasureIsNoSignal() {
    assertThat(find("Лифты не отключат"))
        .extracting(Signal::code)
        .doesNotContain("threatened-measure");
  }

  @Test
  void refutationAndLaughterLowerTheScore() {
    String rumour = "Скоро запретят держать кур";
    assertThat(signals.score(find(rumour + ", это фейк"))).isLessThan(signals.score(find(rumour)));
    assertThat(signals.score(find(rumour + " 😂"))).isLessThan(signals.score(find(rumour)));
  }

  @Test
  void forwardedPostSaysSo() {
    assertThat(signals.find("Воду отравили", Examples.tokens("Воду отравили"), true))
        .extracting(Signal::code)
        .contains("forwarded-without-origin");
  }

  @Test
  void explanationsNeverSayThatPostIsFalse() {
    for (SignalCode code : SignalCode.values()) {
      String explanation =
          new Signal(code.code(), 1, List.of()).explanation().toLowerCase(Locale.ROOT);
      assertThat(explanation)
          .isNotEqualTo(code.code())
          .doesNotContain("фейк", "ложь", "ложн", "неправд", "обман", "недостовер");
    }
  }

  @Test
  void explanationQuotesTheWords() {
    assertThat(new Signal("vague-source", 1, List.of("по секрету")).explanation())
        .isEqualTo("источник не назван или неясен: «по секрету»");
  }
}
