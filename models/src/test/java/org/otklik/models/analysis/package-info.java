/** Tests of what all models together say of a post. */
@NullMarked
package org.otklik.models.analysis;

import org.jspecify.annotations.NullMarked;
