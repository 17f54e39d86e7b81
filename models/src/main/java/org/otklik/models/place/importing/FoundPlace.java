package org.otklik.models.place.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settlement as one source tells it.
 *
 * @param name its Russian name
 * @param type its type as in {@link SettlementType}, or {@link SettlementType#OTHER}
 * @param population its inhabitants, or -1
 * @param point its own point, or null
 * @param municipality the municipality that the source states, in any wording, or null
 * @param aliases other names that the source gives
 * @param source the source, as it will stand in the gazetteer's row
 */
record FoundPlace(
    String name,
    String type,
    int population,
    @Nullable Point point,
    @Nullable String municipality,
    List<Alias> aliases,
    String source) {

  FoundPlace {
    aliases = List.copyOf(aliases);
  }

  /**
   * Another name of a settlement.
   *
   * @param name the name
   * @param kind old-name, abbreviation or colloquial
   */
  record Alias(String name, String kind) {}

  /** How it is called in reports. */
  String label() {
    return name + " (" + source + ")";
  }
}
