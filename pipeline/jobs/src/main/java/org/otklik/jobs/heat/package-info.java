/** Heat cells: messages by municipality or H3 cell, theme, and hour or day. */
@NullMarked
package org.otklik.jobs.heat;

import org.jspecify.annotations.NullMarked;
