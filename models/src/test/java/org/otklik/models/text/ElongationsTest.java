package org.otklik.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ElongationsTest {
  private static final Set<String> KNOWN = Set.of("очень", "длинный");

  @Test
  void cutsADrawnOutLetterToOne() {
    assertThat(Elongations.shorten("ооочень", KNOWN::contains)).isEqualTo("очень");
  }

  @Test
  void keepsADoubleLetterThatBelongsToTheWord() {
    assertThat(Elongations.shorten("длиннный", KNOWN::contains)).isEqualTo("длинный");
  }

  @Test
  void leavesNumbersAlone() {
    assertThat(Elongations.shorten("10000", KNOWN::contains)).isEqualTo("10000");
  }
}
