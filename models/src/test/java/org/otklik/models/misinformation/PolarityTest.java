package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolarityTest {
  private static Polarity of(String wording, String post) {
    TermReader reader = new TermReader(Words.shared());
    ClaimEntry entry = new ClaimEntry(Examples.claim("c", wording), reader);
    TermText read = reader.read(post);
    return new Polarity(new Pairing(entry.wordings().get(0), read, read.windows().get(0)));
  }

  @Test
  void aNegatedEventIsDenied() {
    assertThat(of("В Туле отключат лифты", "в Туле лифты не отключат").deniedEvent()).isEqualTo(1);
    assertThat(of("В Туле отключат лифты", "в Туле отключают лифты").deniedEvent()).isZero();
  }

  @Test
  void bothSayThatItWillNotBe() {
    assertThat(of("Зимник строить не станут", "зимник этой зимой строить не будут").deniedEvent())
        .isZero();
    assertThat(of("Зимник строить не станут", "зимник этой зимой строить не будут").deniedShare())
        .isZero();
    assertThat(of("Перестанут выдавать пособие", "пособие больше не выдадут").sharesAbsence())
        .isTrue();
  }

  @Test
  void whatTheWordingSaysIsStoppedIsStated() {
    assertThat(of("Пособие перестанут выдавать", "пособие выдают как прежде").affirmsEvent())
        .isTrue();
    assertThat(of("Пособие перестанут выдавать", "пособие выдавать перестали").affirmsEvent())
        .isFalse();
  }

  @Test
  void whatWillNotBecomeSoIsDenied() {
    assertThat(
            of("Дорогу Элиста — Волгоград сделают платной", "дорога платной не станет")
                .deniedShare())
        .isGreaterThan(0.9);
  }

  @Test
  void questionsDenyNothing() {
    assertThat(of("В Туле отключат лифты", "а лифты в Туле не отключат?").deniedEvent()).isZero();
  }

  @Test
  void adviceToThePeopleDeniesNothing() {
    assertThat(of("Плиты заставят менять", "не поменяете плиты, отключат газ").deniedEvent())
        .isZero();
  }
}
