package org.otklik.models.place;

import org.jspecify.annotations.Nullable;

/**
 * A place that a name may mean.
 *
 * @param kind what sort of place it is
 * @param municipality its municipality; null for a region and for what lies outside
 * @param settlement its settlement, when one is meant
 * @param name the name for people
 * @param needsContext true when the name alone is not enough
 * @param weight how likely the place is meant among those of the same name, before the text is
 *     looked at; grows with its population
 */
record Meaning(
    Kind kind,
    Gazetteer.@Nullable Municipality municipality,
    Gazetteer.@Nullable Settlement settlement,
    String name,
    boolean needsContext,
    double weight) {

  /** Sorts of places. */
  enum Kind {
    SETTLEMENT,
    MUNICIPALITY,
    REGION,
    OUTSIDE
  }

  /** Key of the heat-map cell: the municipality's name, or a word for what has none. */
  String cell() {
    return municipality == null ? "(" + kind + ")" : municipality.name();
  }
}
