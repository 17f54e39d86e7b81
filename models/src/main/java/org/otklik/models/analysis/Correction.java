package org.otklik.models.analysis;

import java.time.Instant;

/**
 * A theme that a member of the staff has set in place of the model's.
 *
 * @param theme id of the theme
 * @param by login of the member of the staff
 * @param at when
 */
public record Correction(String theme, String by, Instant at) {}
