package org.otklik.models.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.otklik.models.text.Lemmatizer;

class UrgencyDetectorTest {
  private static final UrgencyDetector DETECTOR = UrgencyDetector.load();

  private final Lemmatizer lemmatizer = new Lemmatizer();

  private Urgency detect(String text) {
    return DETECTOR.detect(text, lemmatizer.tokens(text));
  }

  @Test
  void putsDangerToLifeFirstAndSaysWhichWordsDecided() {
    Urgency urgency = detect("Пишу повторно! Оголённые провода у подъезда, угроза жизни");

    assertThat(urgency.level()).isEqualTo(3);
    assertThat(urgency.reasons()).containsExactly("life-and-health", "repeated-appeal");
    assertThat(urgency.words()).contains("Оголённые провода", "угроза жизни", "повторно");
  }

  @Test
  void knowsAccidents() {
    assertThat(detect("Прорвало трубу, заливает подвал").reasons()).containsExactly("accident");
  }

  @Test
  void knowsVulnerablePeople() {
    assertThat(detect("Мама лежачая, пандуса нет").reasons()).containsExactly("vulnerable-people");
  }

  @Test
  void doesNotTakeADeniedWord() {
    assertThat(detect("Слава богу, никто не погиб")).isEqualTo(Urgency.NONE);
  }

  @Test
  void findsNothingInAPlainMessage() {
    assertThat(detect("Поставьте скамейки на аллее")).isEqualTo(Urgency.NONE);
  }
}
