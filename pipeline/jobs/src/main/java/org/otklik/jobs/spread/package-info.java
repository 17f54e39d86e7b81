/** How claims and near-copies spread over communities; never over persons. */
@NullMarked
package org.otklik.jobs.spread;

import org.jspecify.annotations.NullMarked;
