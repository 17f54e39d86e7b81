package org.otklik.models.breakdown;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much each word tells among these messages: its rarity, the logarithm of the share of messages
 * that hold it (inverse document frequency). A word of one message only joins nothing.
 */
final class WordWeights {
  private final Map<String, Integer> frequencies;
  private final int texts;
  private final Map<ReadText, Vector> vectors = new IdentityHashMap<>();

  private WordWeights(Map<String, Integer> frequencies, int texts) {
    this.frequencies = frequencies;
    this.texts = texts;
  }

  static WordWeights of(Collection<ReadText> texts) {
    Map<String, Integer> frequencies = new HashMap<>();
    for (ReadText text : texts) {
      text.lemmas().forEach(lemma -> frequencies.merge(lemma, 1, Integer::sum));
    }
    WordWeights weights = new WordWeights(frequencies, texts.size());
    for (ReadText text : texts) {
      TreeMap<String, Double> vector = new TreeMap<>();
      for (String lemma : text.lemmas()) {
        if (frequencies.get(lemma) > 1) {
          vector.put(lemma, weights.rarity(lemma));
        }
      }
      weights.vectors.put(text, Vector.of(vector));
    }
    return weights;
  }

  /** Above 0; greatest for words of one message. */
  double rarity(String lemma) {
    return Math.log(1.0 + texts / (double) frequencies.getOrDefault(lemma, 1));
  }

  Vector vector(ReadText text) {
    Vector vector = vectors.get(text);
    if (vector == null) {
      throw new IllegalArgumentException("a text that was not weighed: " + text.masked().id());
    }
    return vector;
  }

  /** The sum of the texts' directions; long texts count no more than short ones. */
  Vector centre(Collection<ReadText> group) {
    TreeMap<String, Double> sum = new TreeMap<>();
    for (ReadText text : group) {
      Vector vector = vector(text);
      vector
          .weights()
          .forEach((word, weight) -> sum.merge(word, weight / vector.length(), Double::sum));
    }
    return Vector.of(sum);
  }
}
