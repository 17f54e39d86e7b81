package org.otklik.models.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommunityHomeTest {
  private static final long DAY = 24L * 60 * 60 * 1000;

  @Test
  void eightPostsOfOneMunicipalityMakeAHome() {
    assertThat(posts(8, "Холмский", DAY).learned()).contains(new LearnedHome("Холмский", 0.9));
  }

  @Test
  void sevenPostsAreTooFew() {
    assertThat(posts(7, "Холмский", DAY).learned()).isEmpty();
  }

  @Test
  void postsThatDoNotAgreeMakeNone() {
    CommunityHome home = posts(8, "Холмский", DAY);
    for (int i = 0; i < 3; i++) {
      home = home.plus("Невельский", DAY);
    }

    assertThat(home.learned()).isEmpty();
  }

  @Test
  void aStrayPostLowersTheConfidence() {
    LearnedHome home = posts(8, "Холмский", DAY).plus("Невельский", DAY).learned().orElseThrow();

    assertThat(home.municipality()).isEqualTo("Холмский");
    assertThat(home.confidence()).isBetween(0.8, 0.85);
  }

  @Test
  void aCommunityMayMove() {
    CommunityHome home = posts(10, "Холмский", 0);
    for (int i = 0; i < 12; i++) {
      home = home.plus("Невельский", 360 * DAY);
    }

    assertThat(home.learned().orElseThrow().municipality()).isEqualTo("Невельский");
  }

  @Test
  void theOrderOfPostsDoesNotMatter() {
    CommunityHome forward = CommunityHome.UNKNOWN.plus("А", 0).plus("Б", 90 * DAY);
    CommunityHome backward = CommunityHome.UNKNOWN.plus("Б", 90 * DAY).plus("А", 0);

    assertThat(forward).isEqualTo(backward);
    assertThat(forward.weights()).containsEntry("А", 0.5).containsEntry("Б", 1.0);
  }

  private static CommunityHome posts(int count, String municipality, long at) {
    CommunityHome home = CommunityHome.UNKNOWN;
    for (int i = 0; i < count; i++) {
      home = home.plus(municipality, at);
    }
    return home;
  }
}
