/** Bursts: far more messages of a theme in a municipality than usual at that hour. */
@NullMarked
package org.otklik.jobs.bursts;

import org.jspecify.annotations.NullMarked;
