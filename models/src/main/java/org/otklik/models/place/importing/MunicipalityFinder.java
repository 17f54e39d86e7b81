package org.otklik.models.place.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.models.place.Boundaries;
import org.otklik.models.place.Distance;

/**
 * Finds the municipality of a place: the one that the source states, else the one whose boundary
 * holds its point, else (without boundaries) the nearest of those that are known to have a place of
 * that name, else the one whose own point is nearest.
 */
final class MunicipalityFinder {
  /** A namesake farther away is another place. */
  private static final double NAMESAKE_KILOMETRES = 80;

  /** How a municipality was found. */
  enum Way {
    STATEMENT,
    BOUNDARY,
    NAME,
    NEAREST
  }

  /**
   * A municipality and how it was found.
   *
   * @param municipality its short name
   * @param way how
   */
  record Found(String municipality, Way way) {}

  private final Map<String, FoundMunicipality> byKey = new HashMap<>();
  private final Map<String, Set<String>> byPlaceName = new HashMap<>();
  private final @Nullable Boundaries boundaries;

  MunicipalityFinder(
      Collection<FoundMunicipality> municipalities, @Nullable Boundaries boundaries) {
    this.boundaries = boundaries;
    for (FoundMunicipality municipality : municipalities) {
      byKey.put(MunicipalityName.key(municipality.name()), municipality);
    }
  }

  /** Remembers that a municipality has a place of that name. */
  void learn(String placeName, String municipality) {
    byPlaceName
        .computeIfAbsent(MunicipalityName.key(placeName), key -> new LinkedHashSet<>())
        .add(municipality);
  }

  /** The short name of a municipality in any wording, or null when there is none such. */
  @Nullable String known(String stated) {
    FoundMunicipality exact = byKey.get(MunicipalityName.key(stated));
    FoundMunicipality found =
        exact != null ? exact : byKey.get(MunicipalityName.key(MunicipalityName.shortOf(stated)));
    return found == null ? null : found.name();
  }

  /** The municipality of a place, or null when nothing tells it. */
  @Nullable Found find(FoundPlace place) {
    if (place.municipality() != null) {
      String stated = known(place.municipality());
      return stated == null ? null : new Found(stated, Way.STATEMENT);
    }
    Point point = place.point();
    if (point == null) {
      return null;
    }
    if (boundaries != null) {
      String within = boundaries.municipalityAt(point.latitude(), point.longitude());
      return within == null ? null : new Found(within, Way.BOUNDARY);
    }
    String named =
        nearest(
            point,
            byPlaceName.getOrDefault(MunicipalityName.key(place.name()), Set.of()),
            NAMESAKE_KILOMETRES);
    if (named != null) {
      return new Found(named, Way.NAME);
    }
    String nearest =
        nearest(
            point, byKey.values().stream().map(FoundMunicipality::name).toList(), Double.MAX_VALUE);
    return nearest == null ? null : new Found(nearest, Way.NEAREST);
  }

  private @Nullable String nearest(Point point, Collection<String> names, double farthest) {
    String nearest = null;
    double least = farthest;
    for (String name : names) {
      FoundMunicipality municipality = byKey.get(MunicipalityName.key(name));
      Point centre = municipality == null ? null : municipality.point();
      if (centre != null) {
        double kilometres =
            Distance.kilometres(
                point.latitude(), point.longitude(), centre.latitude(), centre.longitude());
        if (kilometres < least) {
          least = kilometres;
          nearest = name;
        }
      }
    }
    return nearest;
  }
}
