/** From a text to a municipality and settlement, by the names that it mentions. */
@NullMarked
package org.otklik.models.place;

import org.jspecify.annotations.NullMarked;
