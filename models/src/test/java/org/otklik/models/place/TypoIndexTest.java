package org.otklik.models.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypoIndexTest {
  private final TypoIndex index = index("Корсаков", "Невельск", "Поронайск", "Долинск", "Тула");

  @ParameterizedTest
  @CsvSource({
    "карсакове, Корсаков",
    "нивельске, Невельск",
    "паронайск, Поронайск",
    "долинкске, Долинск",
    "корскаове, Корсаков",
    "корсаковве, Корсаков",
    "невелске, Невельск",
    "нивелска, Невельск"
  })
  void findsTheNameMeant(String word, String name) {
    assertThat(index.find(word)).extracting(match -> match.meaning().name()).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"красков", "невельцы", "тулы", "дули", "колодец", "поройск"})
  void leavesOtherWordsAlone(String word) {
    assertThat(index.find(word)).isEmpty();
  }

  @Test
  void countsOneLetterAndNeighboursSwapped() {
    assertThat(TypoIndex.distance("холмск", "холмск")).isZero();
    assertThat(TypoIndex.distance("холмск", "хлмск")).isOne();
    assertThat(TypoIndex.distance("холмск", "хомлск")).isOne();
    assertThat(TypoIndex.distance("холмск", "халмск")).isOne();
    assertThat(TypoIndex.distance("холмск", "халмс")).isEqualTo(2);
  }

  private static TypoIndex index(String... names) {
    NameForms forms = new NameForms(new RussianDictionary());
    TypoIndex index = new TypoIndex();
    for (String name : names) {
      index.add(forms.of(name), new Meaning(Meaning.Kind.SETTLEMENT, null, null, name, false, 1));
    }
    return index;
  }
}
