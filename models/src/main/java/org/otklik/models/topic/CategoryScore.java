package org.otklik.models.topic;

/**
 * How well a category of problems fits a text.
 *
 * @param theme id of its theme
 * @param id the category's id in the taxonomy, for example {@code street-lighting}
 * @param score probability between 0 and 1; among the categories of the theme, or of all themes
 *     where the ranking says so
 */
public record CategoryScore(String theme, String id, double score) {}
