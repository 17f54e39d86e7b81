package org.otklik.models.place;

import org.jspecify.annotations.Nullable;

/**
 * All that a post says about its place.
 *
 * @param text plain text
 * @param communityHome municipality of the community it was published in, if it has one
 * @param statedMunicipality municipality that the source's record states, in any wording
 * @param statedSettlement settlement that the source's record states
 * @param statedStreet street that the source's record states
 * @param statedHouse house that the source's record states
 * @param latitude degrees north of the post's own point
 * @param longitude degrees east of the post's own point
 */
public record PlaceQuery(
    String text,
    @Nullable String communityHome,
    @Nullable String statedMunicipality,
    @Nullable String statedSettlement,
    @Nullable String statedStreet,
    @Nullable String statedHouse,
    @Nullable Double latitude,
    @Nullable Double longitude) {

  /** A text with nothing but the home of its community. */
  public static PlaceQuery of(String text, @Nullable String communityHome) {
    return new PlaceQuery(text, communityHome, null, null, null, null, null, null);
  }
}
