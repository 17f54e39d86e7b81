/** Messages that can't wait. */
@NullMarked
package org.otklik.jobs.urgent;

import org.jspecify.annotations.NullMarked;
