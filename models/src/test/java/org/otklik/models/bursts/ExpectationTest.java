package org.otklik.models.bursts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExpectationTest {
  @Test
  void isCertainOfNoneOrMore() {
    assertThat(new Expectation(2, 3).tail(0)).isEqualTo(1);
  }

  @Test
  void isAGeometricDistributionWhereTheSizeIsOne() {
    assertThat(new Expectation(0.5, 1).tail(5)).isCloseTo(Math.pow(1 / 3.0, 5), within(1e-12));
  }

  @Test
  void comesNearAPoissonDistributionWhereTheMeanIsKnown() {
    // P(X ≥ 5) for a Poisson mean of 1
    assertThat(new Expectation(1, 1e9).tail(5)).isCloseTo(0.003659847, within(1e-8));
  }

  @Test
  void addsUpToOneOnBothSidesOfTheMean() {
    Expectation expectation = new Expectation(20, 7);

    assertThat(expectation.tail(20)).isBetween(0.3, 0.7);
    assertThat(expectation.tail(20) - expectation.tail(21)).isBetween(0.01, 0.1);
  }

  @Test
  void staysPositiveFarOut() {
    assertThat(new Expectation(0.01, 0.5).tail(50)).isPositive().isLessThan(1e-60);
  }
}
