/** «Прочее» of a theme broken down: which posts belong to it, and the document of a week. */
@NullMarked
package org.otklik.jobs.breakdown;

import org.jspecify.annotations.NullMarked;
