package org.otklik.models.topic;

/**
 * A word and how much it spoke for a decision.
 *
 * @param word the word as it stands, lower case
 * @param weight its share in the sum of the chosen label minus that of the next best; above 0
 */
public record WordWeight(String word, double weight) {}
