/** «Прочее» broken down, for the terminal and week by week. */
@NullMarked
package org.otklik.local.breakdown;

import org.jspecify.annotations.NullMarked;
