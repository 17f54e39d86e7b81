/** The time of day as a stream: no operator asks what time it is. */
@NullMarked
package org.otklik.jobs.clock;

import org.jspecify.annotations.NullMarked;
