/**
 * How many messages a cell of the heat map may be expected to hold, and how unlikely more of them
 * are: the calculation behind bursts.
 */
@NullMarked
package org.otklik.models.bursts;

import org.jspecify.annotations.NullMarked;
