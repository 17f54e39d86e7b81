/** What a text is about: themes of the decrees. */
@NullMarked
package org.otklik.models.topic;

import org.jspecify.annotations.NullMarked;
