/** The job {@code track-incidents}: what the analysed posts add up to. */
@NullMarked
package org.otklik.jobs.incidents;

import org.jspecify.annotations.NullMarked;
