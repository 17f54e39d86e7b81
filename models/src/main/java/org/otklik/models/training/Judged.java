package org.otklik.models.training;

import java.util.List;

/**
 * A text a model has not seen in training: what people said and what the model says.
 *
 * @param truth the label people gave
 * @param guesses the model's labels, best first; at least one
 */
record Judged(String truth, List<Guess> guesses) {
  Guess best() {
    return guesses.get(0);
  }

  boolean right() {
    return best().label().equals(truth);
  }
}
