package org.otklik.jobs.heat;

/**
 * What a heat cell holds now.
 *
 * @param cell which cell
 * @param messages posts, comments and messages of citizens; official replies are not counted
 * @param late how many of them came after the hour was over in event time
 * @param changes how many changes it has seen: the version of its document. The order of changes
 *     does not matter to the sums, so after a restart the same number of changes again means the
 *     same content
 */
public record HeatCell(CellKey cell, int messages, int late, long changes) {

  HeatCell plus(CellChange change) {
    return new HeatCell(cell, messages + change.messages(), late + change.late(), changes + 1);
  }
}
