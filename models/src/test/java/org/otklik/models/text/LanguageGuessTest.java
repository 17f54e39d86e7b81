package org.otklik.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {

  @ParameterizedTest
  @CsvSource({
    "Нет воды третий день!!, ru",
    "нет 4G и wifi на даче, ru",
    "Вода жоқ бүгін қашан болады, und-Cyrl",
    "Немає світла вже третій день їй-бо, und-Cyrl",
    "No water for three days, und",
    "12345 !!!, und"
  })
  void tellsRussianFromTheRest(String text, String language) {
    assertThat(LanguageGuess.of(text)).isEqualTo(language);
  }
}
