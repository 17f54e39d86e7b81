/** Who is told about what has happened, and telling them: the job {@code deliver-alerts}. */
@NullMarked
package org.otklik.jobs.alerts;

import org.jspecify.annotations.NullMarked;
