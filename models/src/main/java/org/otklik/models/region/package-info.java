/** The region's files that an operator edits: who answers for what, and where people write. */
@NullMarked
package org.otklik.models.region;

import org.jspecify.annotations.NullMarked;
