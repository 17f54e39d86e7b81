package org.otklik.jobs.heat;

/**
 * One post comes to a cell, or leaves it because a newer version belongs elsewhere.
 *
 * @param cell the cell
 * @param messages +1 or −1
 * @param late +1 when the post came after the cell's hour was over in event time, −1 when such a
 *     post leaves, else 0
 */
public record CellChange(CellKey cell, int messages, int late) {}
