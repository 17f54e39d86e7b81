/**
 * Tests of the sink: against {@link org.otklik.jobs.index.BulkServer}, a small server that speaks
 * the bulk API over real HTTP and can be told to fail; the real Elasticsearch is asked in the tests
 * of the local stack.
 */
@NullMarked
package org.otklik.jobs.index;

import org.jspecify.annotations.NullMarked;
