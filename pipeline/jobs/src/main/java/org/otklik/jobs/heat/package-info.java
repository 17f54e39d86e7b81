/** Heat cells: messages by municipality, theme and hour. */
@NullMarked
package org.otklik.jobs.heat;

import org.jspecify.annotations.NullMarked;
