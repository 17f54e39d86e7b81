package org.otklik.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashtagsTest {

  @Test
  void opensAHashtagAtItsHumps() {
    assertThat(Hashtags.open("#УберитеСнег во дворе")).isEqualTo("Уберите Снег во дворе");
  }

  @Test
  void opensAHashtagAtItsUnderscores() {
    assertThat(Hashtags.open("#плохие_дороги@news")).isEqualTo("плохие дороги");
  }

  @Test
  void leavesATextWithoutHashtagsAlone() {
    assertThat(Hashtags.open("дом № 5")).isEqualTo("дом № 5");
  }
}
