/** Posts and their ids: the nouns that everything else speaks of. */
@NullMarked
package org.otklik.models.post;

import org.jspecify.annotations.NullMarked;
