package org.otklik.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookAlikesTest {

  @Test
  void putsCyrillicLettersIntoAMixedWord() {
    assertThat(LookAlikes.fix("дopoгa")).isEqualTo("дорога");
  }

  @Test
  void leavesAWordInLatinLettersAlone() {
    assertThat(LookAlikes.fix("pax")).isEqualTo("pax");
  }

  @Test
  void leavesARussianWordAlone() {
    assertThat(LookAlikes.fix("дорога")).isEqualTo("дорога");
  }
}
