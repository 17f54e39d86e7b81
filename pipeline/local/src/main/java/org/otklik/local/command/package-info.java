/** One class for each command of {@code otklik}. */
@NullMarked
package org.otklik.local.command;

import org.jspecify.annotations.NullMarked;
