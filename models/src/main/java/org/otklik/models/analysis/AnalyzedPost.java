package org.otklik.models.analysis;

import org.jspecify.annotations.Nullable;
import org.otklik.models.post.Post;

/**
 * A post whose personal data is masked, with what is known about it: the form in which posts travel
 * on.
 *
 * @param post the post; its text is masked
 * @param analysis what the models say of it
 * @param correction the theme that a person has set instead, if one has
 */
public record AnalyzedPost(Post post, Analysis analysis, @Nullable Correction correction) {

  /** A post that no person has corrected. */
  public static AnalyzedPost of(Post post, Analysis analysis) {
    return new AnalyzedPost(post, analysis, null);
  }

  /** The theme that counts: a person's, else the model's. */
  public String theme() {
    return correction == null ? analysis.theme() : correction.theme();
  }
}
