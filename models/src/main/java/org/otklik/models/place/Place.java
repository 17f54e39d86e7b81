package org.otklik.models.place;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the problem of a text is, how exactly that is known, and by which words.
 *
 * @param municipality name of the municipality as in the region's file; null when unknown or
 *     outside the region
 * @param settlement name of the settlement
 * @param street street as written in the text, without its type; kept as text
 * @param house house number as written
 * @param precision how exact the place is: {@code house}, {@code street}, {@code settlement},
 *     {@code municipality}, {@code region} (named as the whole region), {@code outside} (another
 *     region) or {@code none}
 * @param latitude degrees north of the point that stands for the place; null when precision is
 *     region, outside or none
 * @param longitude degrees east
 * @param pointPrecision what the point is of: {@code own} (the post's own coordinates), {@code
 *     settlement} (also when street and house are known: they are known in words only) or {@code
 *     municipality}; null without a point
 * @param source what told the place: {@code text}, {@code record} (columns of the source), {@code
 *     point} (the post's own coordinates), {@code community} (home of the community) or {@code
 *     none}
 * @param evidence the words of the text that told it, as written; empty when the text told nothing
 * @param score how sure it is, between 0 and 1
 * @param alternatives other places that the text may mean, best first
 */
public record Place(
    @Nullable String municipality,
    @Nullable String settlement,
    @Nullable String street,
    @Nullable String house,
    String precision,
    @JsonProperty("lat") @Nullable Double latitude,
    @JsonProperty("lon") @Nullable Double longitude,
    @Nullable String pointPrecision,
    String source,
    List<String> evidence,
    double score,
    List<Alternative> alternatives) {

  /** The point is the post's own. */
  public static final String OWN_POINT = "own";

  /** The point is the settlement's. */
  public static final String SETTLEMENT_POINT = "settlement";

  /** The point is one inside the municipality. */
  public static final String MUNICIPALITY_POINT = "municipality";

  /** The same words, meaning a place that is none of the region's: no municipality and no point. */
  public Place outside() {
    return new Place(
        null,
        settlement,
        street,
        house,
        "outside",
        null,
        null,
        null,
        source,
        evidence,
        score,
        alternatives);
  }

  /** Nothing is known. */
  public static final Place UNKNOWN =
      new Place(null, null, null, null, "none", null, null, null, "none", List.of(), 0, List.of());

  /**
   * Another place that the text may mean.
   *
   * @param municipality its municipality
   * @param settlement its settlement, if one is meant
   * @param score how sure it is, between 0 and 1
   * @param evidence the words that speak for it
   */
  public record Alternative(
      String municipality, @Nullable String settlement, double score, List<String> evidence) {}
}
