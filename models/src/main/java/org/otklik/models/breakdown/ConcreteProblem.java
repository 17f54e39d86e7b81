package org.otklik.models.breakdown;

import java.util.List;

/**
 * What several messages complain of.
 *
 * @param name for staff, in Russian: a phrase as people wrote it, without personal data
 * @param count messages that speak of it; at least {@link ProblemBreakdown#FEWEST_MESSAGES}
 * @param examples the messages that speak of it most clearly, at most {@link
 *     ProblemBreakdown#MOST_EXAMPLES}, no two with the same text; personal data masked
 * @param words dictionary forms that hold the messages together, strongest first, each from at
 *     least {@link ProblemBreakdown#FEWEST_MESSAGES} of them
 */
public record ConcreteProblem(String name, int count, List<Text> examples, List<String> words) {
  /** Checks and copies. */
  public ConcreteProblem {
    if (count < ProblemBreakdown.FEWEST_MESSAGES) {
      throw new IllegalArgumentException(
          "a problem of %d messages must not be shown: the fewest are %d"
              .formatted(count, ProblemBreakdown.FEWEST_MESSAGES));
    }
    examples = List.copyOf(examples);
    words = List.copyOf(words);
  }
}
