package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermLikenessTest {

  private static double likeness(String one, String other) {
    return TermLikeness.of(Examples.read(one).terms().get(0), Examples.read(other).terms().get(0));
  }

  @Test
  void formsOfOneWordAreTheSame() {
    assertThat(likeness("аптеке", "аптеки")).isEqualTo(TermLikeness.SAME);
  }

  @Test
  void peopleOfPlaceAreLikeThePlace() {
    assertThat(likeness("приреченцы", "приреченск")).isGreaterThanOrEqualTo(TermLikeness.LIKE_ROOT);
  }

  @Test
  void wordsOfOneConceptAreLike() {
    assertThat(likeness("отравить", "ядовитый")).isEqualTo(TermLikeness.SAME_CONCEPT);
  }

  @Test
  void typingErrorIsForgiven() {
    assertThat(likeness("пансионат", "пансеонат")).isEqualTo(TermLikeness.TYPO);
  }

  @Test
  void closingIsNotOpening() {
    assertThat(likeness("закрыть", "открыть")).isZero();
  }

  @Test
  void otherNumbersAreNotLike() {
    assertThat(likeness("15", "16")).isZero();
  }

  @Test
  void clippedCompoundIsLikeItsParts() {
    assertThat(likeness("маткапитал", "капитал")).isEqualTo(TermLikeness.SAME_ROOT);
  }
}
