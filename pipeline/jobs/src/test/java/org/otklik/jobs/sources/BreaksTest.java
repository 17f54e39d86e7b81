package org.otklik.jobs.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreaksTest {
  private static final Duration MEMORY = Duration.ofMillis(1_000);

  @Test
  void calls95Of100BreaksUsual() {
    Breaks breaks = Breaks.NONE;
    for (int i = 100; i >= 1; i--) {
      breaks = breaks.plus(new Break(i % 7, i), MEMORY);
    }

    assertThat(breaks.usualMillis()).isEqualTo(95);
  }

  @Test
  void doesNotSpeakOfUsualBeforeTenBreaks() {
    Breaks breaks = Breaks.NONE;
    for (int i = 1; i < Breaks.ENOUGH; i++) {
      breaks = breaks.plus(new Break(i, i), MEMORY);
    }

    assertThat(breaks.usualMillis()).isNull();
    assertThat(breaks.plus(new Break(10, 10), MEMORY).usualMillis()).isEqualTo(10);
  }

  @Test
  void forgetsBreaksOfLongAgo() {
    Breaks breaks =
        Breaks.NONE
            .plus(new Break(0, 1), MEMORY)
            .plus(new Break(500, 2), MEMORY)
            .plus(new Break(1_001, 3), MEMORY);

    assertThat(breaks.newest()).containsExactly(new Break(500, 2), new Break(1_001, 3));
  }
}
