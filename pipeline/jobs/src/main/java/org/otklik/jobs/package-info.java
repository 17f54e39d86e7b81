/**
 * What the jobs share: the records that travel between packages. Each feature has its own package
 * with one job class, and packages of features do not import one another.
 */
@NullMarked
package org.otklik.jobs;

import org.jspecify.annotations.NullMarked;
