/** From raw records to analysed posts: the job {@code analyze-posts}. */
@NullMarked
package org.otklik.jobs.posts;

import org.jspecify.annotations.NullMarked;
