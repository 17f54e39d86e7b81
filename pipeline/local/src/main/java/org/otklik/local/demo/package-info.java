/** The sample of the demo, its way through the stack, and the heat map in the terminal. */
@NullMarked
package org.otklik.local.demo;

import org.jspecify.annotations.NullMarked;
