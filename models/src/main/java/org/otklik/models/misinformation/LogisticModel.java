package org.otklik.models.misinformation;

import java.util.HashMap;
import java.util.Map;

/**
 * A logistic model whose weights a person can read: probability = 1 / (1 + exp(−(bias + Σ weight ×
 * feature))).
 *
 * <p>Its resource has one line {@code name = weight} per feature, one for {@code bias}, and one for
 * each further number that the model's user needs, such as {@code threshold}.
 */
final class LogisticModel {
  private final String resource;
  private final Map<String, Double> numbers = new HashMap<>();

  private LogisticModel(String resource) {
    this.resource = resource;
  }

  /**
   * @throws IllegalStateException when the resource is missing or a line has another form
   */
  static LogisticModel load(String resource) {
    LogisticModel model = new LogisticModel(resource);
    for (String line : ResourceLines.of(resource)) {
      String[] sides = line.split("=", 2);
      try {
        model.numbers.put(sides[0].strip(), Double.parseDouble(sides[1].strip()));
      } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
        throw new IllegalStateException(resource + ": can't read the line «" + line + "»", e);
      }
    }
    return model;
  }

  /**
   * One number of the resource.
   *
   * @throws IllegalStateException when it is not there
   */
  double number(String name) {
    Double number = numbers.get(name);
    if (number == null) {
      throw new IllegalStateException(resource + " has no line «" + name + " = …»");
    }
    return number;
  }

  /** The logistic function, 0 to 1. */
  static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
