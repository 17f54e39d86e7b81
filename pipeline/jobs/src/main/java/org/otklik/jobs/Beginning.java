package org.otklik.jobs;

import java.time.Instant;

/**
 * Since when the region's messages are counted: before that nothing is known, and no message does
 * not mean that there was none.
 *
 * @param day begin of the first day, in the region's zone
 */
public record Beginning(Instant day) {}
