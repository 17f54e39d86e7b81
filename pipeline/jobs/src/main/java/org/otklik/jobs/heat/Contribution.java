package org.otklik.jobs.heat;

import org.jspecify.annotations.Nullable;

/**
 * Where a post counts at present.
 *
 * @param cell the cell; null when the post counts nowhere
 * @param version the post's version that put it there
 * @param late 1 when it came late there, else 0
 */
public record Contribution(@Nullable CellKey cell, long version, int late) {}
