package org.otklik.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordGapsTest {

  @Test
  void opensAGapAfterADotBetweenWords() {
    assertThat(WordGaps.open("нет света.Когда дадут")).isEqualTo("нет света Когда дадут");
  }

  @Test
  void leavesDecimalsAndTimesAlone() {
    assertThat(WordGaps.open("в 19.30 было 3.5 метра")).isEqualTo("в 19.30 было 3.5 метра");
  }

  @Test
  void blanksLinksAndEmojiAndKeepsTheLength() {
    String text = "Яма 😡 https://vk.com/wall-1_2 у дома";

    String opened = WordGaps.open(text);

    assertThat(opened).hasSameSizeAs(text).doesNotContain("vk").doesNotContain("😡");
    assertThat(opened.indexOf("у дома")).isEqualTo(text.indexOf("у дома"));
  }
}
