package org.otklik.jobs.heat;

import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Standing;

/**
 * One post comes to a cell, leaves it because a newer version belongs elsewhere, or stays and
 * counts as something else.
 *
 * @param cell the cell
 * @param leaves what is taken away; null when it comes
 * @param comes what is added; null when it leaves
 */
public record CellChange(CellKey cell, @Nullable Standing leaves, @Nullable Standing comes) {}
