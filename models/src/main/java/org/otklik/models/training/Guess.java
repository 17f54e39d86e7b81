package org.otklik.models.training;

/**
 * A label and its probability.
 *
 * @param label id of a theme, category or type
 * @param score probability, 0 to 1
 */
record Guess(String label, double score) {}
