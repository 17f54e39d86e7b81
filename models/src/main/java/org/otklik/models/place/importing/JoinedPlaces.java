package org.otklik.models.place.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settlements of a region, each once: what several sources tell of a settlement of the same
 * name in the same municipality is put together, the source that came first counting most. A село
 * and a деревня of one name are two settlements.
 */
final class JoinedPlaces {
  private final Map<String, List<Entry>> byName = new LinkedHashMap<>();

  /**
   * A settlement and its municipality.
   *
   * @param municipality short name of the municipality
   * @param place what the sources tell of it together
   */
  record Entry(String municipality, FoundPlace place) {}

  /** Adds what a source tells of a settlement; false when it was known already. */
  boolean add(String municipality, FoundPlace place) {
    List<Entry> namesakes =
        byName.computeIfAbsent(
            municipality + "\t" + MunicipalityName.key(place.name()), key -> new ArrayList<>(1));
    int same = indexOfSame(namesakes, place);
    if (same < 0) {
      namesakes.add(new Entry(municipality, place));
      return true;
    }
    namesakes.set(same, new Entry(municipality, joined(namesakes.get(same).place(), place)));
    return false;
  }

  private static int indexOfSame(List<Entry> namesakes, FoundPlace place) {
    int untyped = -1;
    for (int i = 0; i < namesakes.size(); i++) {
      FoundPlace known = namesakes.get(i).place();
      if (known.type().equals(place.type())) {
        return i;
      }
      boolean weak =
          known.type().equals(SettlementType.OTHER)
              || place.type().equals(SettlementType.OTHER)
              || place.source().equals("osm"); // a map tells sizes, not official types
      if (weak && untyped < 0) {
        untyped = i;
      }
    }
    return untyped;
  }

  private static FoundPlace joined(FoundPlace first, FoundPlace second) {
    List<FoundPlace.Alias> aliases = new ArrayList<>(first.aliases());
    aliases.addAll(second.aliases());
    boolean adds =
        first.point() == null && second.point() != null
            || first.population() < 0 && second.population() >= 0
            || first.type().equals(SettlementType.OTHER)
                && !second.type().equals(SettlementType.OTHER);
    return new FoundPlace(
        first.name().indexOf('ё') < 0 && second.name().indexOf('ё') >= 0
            ? second.name()
            : first.name(),
        first.type().equals(SettlementType.OTHER) ? second.type() : first.type(),
        first.population() < 0 ? second.population() : first.population(),
        first.point() == null ? second.point() : first.point(),
        first.municipality(),
        aliases.stream().distinct().toList(),
        adds ? first.source() + "; " + second.source() : first.source());
  }

  /** All settlements, in the order in which their names came. */
  List<Entry> all() {
    return byName.values().stream().flatMap(Collection::stream).toList();
  }
}
