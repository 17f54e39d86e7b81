/** The export for BI systems on this machine, day by day. */
@NullMarked
package org.otklik.local.export;

import org.jspecify.annotations.NullMarked;
