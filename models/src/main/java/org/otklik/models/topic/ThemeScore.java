package org.otklik.models.topic;

/**
 * How well a theme fits a text.
 *
 * @param id the theme's id in the taxonomy, for example {@code roads}
 * @param score probability between 0 and 1
 */
public record ThemeScore(String id, double score) {}
