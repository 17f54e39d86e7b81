/** Sources that have fallen silent. */
@NullMarked
package org.otklik.jobs.sources;

import org.jspecify.annotations.NullMarked;
