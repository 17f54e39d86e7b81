/** What a job is told when it starts: arguments and secrets. */
@NullMarked
package org.otklik.jobs.settings;

import org.jspecify.annotations.NullMarked;
