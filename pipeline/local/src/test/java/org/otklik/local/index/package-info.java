/** Tests of {@link org.otklik.jobs.index} against the real Elasticsearch server. */
@NullMarked
package org.otklik.local.index;

import org.jspecify.annotations.NullMarked;
