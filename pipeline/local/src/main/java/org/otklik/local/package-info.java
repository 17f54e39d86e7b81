/** The command {@code otklik} and what it needs on one machine. */
@NullMarked
package org.otklik.local;

import org.jspecify.annotations.NullMarked;
