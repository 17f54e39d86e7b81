/** All models put together: from a post to what is known about it. */
@NullMarked
package org.otklik.models.analysis;

import org.jspecify.annotations.NullMarked;
