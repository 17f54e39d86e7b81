package org.otklik.models.bursts;

/**
 * What a window may be expected to hold: a negative binomial distribution, that is a Poisson
 * distribution whose mean is itself only known up to a gamma distribution.
 *
 * @param mean messages that are expected; above 0
 * @param size how surely the mean is known: the variance is {@code mean + mean² / size}; above 0,
 *     for a Poisson distribution infinite
 */
public record Expectation(double mean, double size) {
  /** Smaller terms no longer change the sum. */
  private static final double NEGLIGIBLE = 1e-12;

  private static final int MOST_TERMS = 100_000;

  /**
   * The probability of so many messages or more by chance, 0 to 1.
   *
   * <p>Terms follow from one another: P(0) = (size / (size + mean))^size and P(k+1) = P(k) · (size
   * + k) / (k + 1) · mean / (size + mean).
   */
  public double tail(int count) {
    if (count <= 0) {
      return 1;
    }
    double step = mean / (size + mean);
    double logTerm = -size * Math.log1p(mean / size);
    double below = 0;
    for (int k = 0; k < count; k++) {
      below += Math.exp(logTerm);
      logTerm += Math.log((size + k) / (k + 1) * step);
    }
    if (count <= mean) {
      return Math.max(0, 1 - below);
    }
    double term = Math.exp(logTerm);
    double sum = 0;
    for (int k = count; k < count + MOST_TERMS && term > sum * NEGLIGIBLE; k++) {
      sum += term;
      term *= (size + k) / (k + 1) * step;
    }
    return sum;
  }
}
