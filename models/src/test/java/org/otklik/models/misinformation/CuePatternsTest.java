package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CuePatternsTest {
  private final CuePatterns patterns =
      new CuePatterns(
          List.of(
              "set who: сосед, знакомая",
              "cue source: {who} ..2 сказать|шепнуть",
              "cue now: срочно"));

  private List<String> found(String text) {
    return patterns.find(text, Examples.tokens(text)).evidence("source");
  }

  @Test
  void findsWordsInAnyFormWithOthersBetween() {
    assertThat(found("Моя знакомая вчера вечером сказала"))
        .containsExactly("знакомая вчера вечером сказала");
  }

  @Test
  void gapHasItsLength() {
    assertThat(found("знакомая вчера поздно вечером сказала")).isEmpty();
  }

  @Test
  void patternStaysWithinSentence() {
    assertThat(found("Пришла знакомая. Сказала привет.")).isEmpty();
  }

  @Test
  void findsPictures() {
    CuePatterns pictures = new CuePatterns(List.of("sign laughter: 😂🤣"));
    assertThat(pictures.find("Ну да 🤣", Examples.tokens("Ну да 🤣")).has("laughter")).isTrue();
    assertThat(pictures.find("Ну да 🤦", Examples.tokens("Ну да 🤦")).has("laughter")).isFalse();
  }

  @Test
  void unknownSetIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new CuePatterns(List.of("cue source: {nobody} сказал")))
        .withMessageContaining("{nobody}");
  }

  @Test
  void lineOfOtherFormIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new CuePatterns(List.of("just words")))
        .withMessageContaining("just words");
  }
}
