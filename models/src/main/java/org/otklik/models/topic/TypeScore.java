package org.otklik.models.topic;

/**
 * How well a type fits a text.
 *
 * @param id problem, question, suggestion, gratitude, information or noise
 * @param score probability between 0 and 1
 */
public record TypeScore(String id, double score) {}
