package org.otklik.models.breakdown;

import java.util.Map;
import java.util.TreeMap;

/** Weights of words; the order of the words is fixed, so that sums do not differ between runs. */
record Vector(Map<String, Double> weights, double length) {

  static Vector of(TreeMap<String, Double> weights) {
    double squares = 0;
    for (double weight : weights.values()) {
      squares += weight * weight;
    }
    return new Vector(weights, Math.sqrt(squares));
  }

  /** How alike two vectors are, 0 (nothing in common) to 1; 0 if one of them is empty. */
  double cosine(Vector other) {
    Vector smaller = weights.size() <= other.weights.size() ? this : other;
    Vector greater = smaller == this ? other : this;
    double product = 0;
    for (Map.Entry<String, Double> word : smaller.weights.entrySet()) {
      product += word.getValue() * greater.weights.getOrDefault(word.getKey(), 0.0);
    }
    return product == 0 ? 0 : product / (length * other.length);
  }
}
