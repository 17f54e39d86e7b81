package org.otklik.models.analysis;

import org.jspecify.annotations.Nullable;
import org.otklik.models.misinformation.Misinformation;
import org.otklik.models.place.LearnedHome;
import org.otklik.models.place.Place;
import org.otklik.models.post.Post;

/**
 * A post whose personal data is masked, with what is known about it: the form in which posts travel
 * on.
 *
 * @param post the post; its text is masked
 * @param analysis what the models say of it
 * @param correction the theme that a person has set instead, if one has
 * @param review what a person has decided about it as a possible rumour, if one has
 * @param learnedHome home that its community's other posts agree on, where they do
 */
public record AnalyzedPost(
    Post post,
    Analysis analysis,
    @Nullable Correction correction,
    @Nullable Review review,
    @Nullable LearnedHome learnedHome) {

  /** A post about which no person has decided anything. */
  public static AnalyzedPost of(Post post, Analysis analysis) {
    return new AnalyzedPost(post, analysis, null, null, null);
  }

  /** The same as another version of itself, with what was found when it was examined. */
  public AnalyzedPost examined(long version, Misinformation found) {
    return new AnalyzedPost(
        post.withVersion(version),
        analysis.withMisinformation(found),
        correction,
        review,
        learnedHome);
  }

  /** The same with its community's home, which may have placed it. */
  public AnalyzedPost withHome(LearnedHome home, Place place) {
    return new AnalyzedPost(post, analysis.withPlace(place), correction, review, home);
  }

  /** The theme that counts: a person's, else the model's. */
  public String theme() {
    return correction == null ? analysis.theme() : correction.theme();
  }
}
