package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final String TEXT =
      "с понедельник вода отключить весь город на два неделя запас не быть передать другой";

  @Test
  void isTheSameForTheSameWords() {
    assertThat(of(TEXT)).isEqualTo(of("  " + TEXT + " "));
  }

  @Test
  void findsANearCopyByLikenessAndByASharedBand() {
    Fingerprint copy = of(TEXT.replace("передать", "сказать") + " срочно");

    assertThat(of(TEXT).likeness(copy)).isGreaterThan(Fingerprint.NEAR_COPY);
    assertThat(shareABand(of(TEXT), copy)).isTrue();
  }

  @Test
  void tellsAnotherTextOnTheSameMatterApart() {
    Fingerprint other = of("в наш дом третий день нет холодный вода когда она дать весь подъезд");

    assertThat(of(TEXT).likeness(other)).isLessThan(0.1);
    assertThat(shareABand(of(TEXT), other)).isFalse();
  }

  @Test
  void estimatesTheShareOfPairsInCommon() {
    StringJoiner left = new StringJoiner(" ");
    StringJoiner right = new StringJoiner(" ");
    for (int i = 0; i < 301; i++) {
      left.add("w" + i);
      right.add("w" + (i + 100)); // 200 of 400 pairs in common
    }

    assertThat(of(left.toString()).likeness(of(right.toString()))).isBetween(0.25, 0.75);
  }

  @Test
  void saysNothingOfShortTexts() {
    assertThat(Fingerprint.of("спасибо за помощь")).isEmpty();
    assertThat(Fingerprint.of("")).isEmpty();
  }

  private static Fingerprint of(String lemmas) {
    return Fingerprint.of(lemmas).orElseThrow();
  }

  private static boolean shareABand(Fingerprint one, Fingerprint other) {
    Set<Long> shared = new HashSet<>(one.bands());
    shared.retainAll(List.copyOf(other.bands()));
    return !shared.isEmpty();
  }
}
