package org.otklik.models.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTextTest {

  @Test
  void foldsCaseAndYo() {
    FoldedText text = new FoldedText("В ТЁПЛОМ Огарёве");

    assertThat(text.word(1)).isEqualTo("теплом");
    assertThat(text.word(2)).isEqualTo("огареве");
  }

  @Test
  void splitsHyphenatedNamesButNotAbbreviations() {
    FoldedText text = new FoldedText("Южно-Сахалинск, пр-т Мира");

    assertThat(text.size()).isEqualTo(4);
    assertThat(text.word(1)).isEqualTo("сахалинск");
    assertThat(text.word(2)).isEqualTo("пр-т");
  }

  @Test
  void readsLatinLookAlikesInCyrillicWordsAsCyrillic() {
    assertThat(new FoldedText("киреевcк").word(0)).isEqualTo("киреевск");
    assertThat(new FoldedText("VK").word(0)).isEqualTo("vk");
  }

  @Test
  void joinsCombiningMarks() {
    assertThat(new FoldedText("Орле\u0308л").word(0)).isEqualTo("орлел");
    assertThat(new FoldedText("Грибои\u0306").word(0)).isEqualTo("грибой");
  }

  @Test
  void tellsWhereASentenceStarts() {
    FoldedText text = new FoldedText("Темно. Правда, г. Холмск! Ура");

    assertThat(text.startsSentence(0)).isTrue();
    assertThat(text.startsSentence(1)).isTrue();
    assertThat(text.startsSentence(3)).isFalse();
    assertThat(text.startsSentence(4)).isTrue();
  }

  @Test
  void ignoresCapitalsInATextWrittenInCapitals() {
    assertThat(new FoldedText("КОГДА ПОЧИНЯТ ДОРОГУ").isCapital(0)).isFalse();
  }

  @Test
  void givesTheWordsAsWritten() {
    FoldedText text = new FoldedText("в Нарьян-Маре темно");

    assertThat(text.written(1, 2)).isEqualTo("Нарьян-Маре");
  }
}
