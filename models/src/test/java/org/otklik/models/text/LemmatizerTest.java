package org.otklik.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LemmatizerTest {
  private final Lemmatizer lemmatizer = new Lemmatizer();

  @Test
  void findsDictionaryForms() {
    assertThat(lemmatizer.tokens("Дороги разбитые"))
        .extracting(Token::lemma)
        .containsExactly("дорога", "разбитый");
  }

  @Test
  void separatesWordsWhereTheGapIsMissing() {
    assertThat(lemmatizer.tokens("нет воды.Когда 2022года"))
        .extracting(Token::surface)
        .containsExactly("нет", "воды", "когда", "2022", "года");
  }

  @Test
  void saysWhereAWordStands() {
    String text = "😡 Яма у дома";

    Token last = lemmatizer.tokens(text).get(2);

    assertThat(text.substring(last.start(), last.end())).isEqualTo("дома");
  }

  @Test
  void understandsLatinLookAlikesAndDrawnOutWords() {
    assertThat(lemmatizer.tokens("Дopoги ооочень плохие"))
        .extracting(Token::lemma)
        .containsExactly("дорога", "очень", "плохой");
  }

  @Test
  void seesNoWordInAMask() {
    assertThat(
            new Lemmatizer()
                .tokens("Яма у дома, звоните [телефон] или [почта], [имя], кв. [квартира]"))
        .extracting(Token::surface)
        .containsExactly("яма", "у", "дома", "звоните", "или", "кв");
  }
}
