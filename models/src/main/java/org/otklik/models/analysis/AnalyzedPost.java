package org.otklik.models.analysis;

import org.otklik.models.post.Post;

/**
 * A post whose personal data is masked, with what is known about it: the form in which posts travel
 * on.
 *
 * @param post the post; its text is masked
 * @param analysis what the models say of it
 */
public record AnalyzedPost(Post post, Analysis analysis) {}
