/** The other end of the alerts: a receiver to try them out with. */
@NullMarked
package org.otklik.local.alerts;

import org.jspecify.annotations.NullMarked;
