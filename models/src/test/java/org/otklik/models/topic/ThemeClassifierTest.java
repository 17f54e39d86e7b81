package org.otklik.models.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.models.text.Lemmatizer;

class ThemeClassifierTest {
  private static final ThemeClassifier SHIPPED = ThemeClassifier.load();

  private final Lemmatizer lemmatizer = new Lemmatizer();

  private List<ThemeScore> classify(String text) {
    return SHIPPED.classify(new ThemeFeatures(new WordFeatures()).of(lemmatizer.tokens(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "Батареи холодные и нет отопления в квартире, housing-utilities",
    "Яма на дороге и асфальт разбит, roads",
    "Автобус опять не пришел по расписанию, transport",
    "Мусор не вывозят вторую неделю, solid-waste",
    "К терапевту в поликлинику нет записи, healthcare",
    "Во дворе не горит фонарь, improvement",
    "Ловят рыбу сетями браконьеры на реке, fisheries"
  })
  void findsTheThemeOfPlainSentences(String sentence, String theme) {
    assertThat(classify(sentence).get(0).id()).isEqualTo(theme);
  }

  @Test
  void scoresAllThemesBestFirstAndTheyAddUpToOne() {
    List<ThemeScore> scores = classify("В подъезде не моют лестницу");

    assertThat(scores).hasSize(24);
    assertThat(scores.stream().mapToDouble(ThemeScore::score).sum()).isCloseTo(1, within(1e-6));
    assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
  }

  @Test
  void answersForATextWithoutWords() {
    assertThat(classify("")).hasSize(24);
  }
}
