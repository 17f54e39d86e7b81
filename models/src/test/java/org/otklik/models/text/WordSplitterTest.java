package org.otklik.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordSplitterTest {

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    WordSplitter.split(text, (start, end) -> words.add(text.substring(start, end)));
    return words;
  }

  @Test
  void splitsWhereAGapIsForgotten() {
    assertThat(split("нет света.Когда дадут?2022года"))
        .containsExactly("нет", "света", "Когда", "дадут", "2022", "года");
  }

  @Test
  void keepsDecimalsTimesAndHouseNumbersWhole() {
    assertThat(split("в 19.30 было 3,5 метра у дома 18а."))
        .containsExactly("в", "19.30", "было", "3,5", "метра", "у", "дома", "18а");
  }

  @Test
  void takesNeitherLinksNorEmojiNorPunctuation() {
    assertThat(split("Яма 😡 https://vk.com/wall-1_2 — у #дома_"))
        .containsExactly("Яма", "у", "дома");
  }
}
