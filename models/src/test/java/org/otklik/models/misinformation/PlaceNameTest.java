package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNameTest {
  @ParameterizedTest
  @CsvSource({
    "кинешма, кинешемский",
    "вологда, вологжане",
    "псков, псковичи",
    "тамбов, тамбовский",
    "тамбов, тамбовчане",
    "череповец, череповчане",
    "ижевск, ижевчанин",
    "урюпинск, урюпинский",
    "прокопьевск, прокопчане",
    "тула, туляк",
    "тверь, тверичанин",
    "чита, читинец",
    "выборг, выборжане",
    "курск, курянин",
    "пермский, пермяк"
  })
  void aPlaceItsAdjectiveAndItsPeopleAreOnePlace(String place, String word) {
    assertThat(PlaceName.isSame(place, word)).isTrue();
    assertThat(PlaceName.isSame(word, place)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "москва, мосальский",
    "орел, орнитолог",
    "томск, томат",
    "курган, кургузый",
    "тула, тулуп",
    "находка, находить",
    "чита, читатель",
    "братск, братание"
  })
  void wordsThatOnlyBeginAlikeAreNot(String place, String word) {
    assertThat(PlaceName.isSame(place, word)).isFalse();
    assertThat(PlaceName.isSame(word, place)).isFalse();
  }
}
