package org.otklik.jobs.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffTest {
  /** Always the greatest delay that chance allows. */
  private static final RandomGenerator GREATEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  @Test
  void doublesUpToHalfAMinute() {
    BackOff backOff = new BackOff(GREATEST);

    assertThat(new long[] {backOff.nextMillis(), backOff.nextMillis(), backOff.nextMillis()})
        .containsExactly(200, 400, 800);
    for (int i = 0; i < 100; i++) {
      assertThat(backOff.nextMillis()).isLessThanOrEqualTo(BackOff.LONGEST_MILLIS);
    }
    assertThat(backOff.nextMillis()).isEqualTo(BackOff.LONGEST_MILLIS);
  }

  @Test
  void halfOfTheDelayIsChance() {
    BackOff backOff = new BackOff(RandomGenerator.getDefault());

    for (int i = 0; i < 1000; i++) {
      assertThat(backOff.nextMillis()).isBetween(BackOff.FIRST_MILLIS / 2, BackOff.FIRST_MILLIS);
      backOff.reset();
    }
  }
}
