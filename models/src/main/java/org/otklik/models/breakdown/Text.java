package org.otklik.models.breakdown;

/**
 * A message.
 *
 * @param id its id; of two messages with one id the first counts
 * @param text its words, without markup
 */
public record Text(String id, String text) {}
