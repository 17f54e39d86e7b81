package org.otklik.models.place;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.otklik.models.place.Meaning.Kind;

/** Puts all names of a region's gazetteer into an index, with what each may mean. */
final class RegionNames {
  /** Weight of a settlement whose population is unknown: as if it had so many inhabitants. */
  private static final int UNKNOWN_POPULATION = 300;

  /** Of the weight of places outside the region so much is left. */
  private static final double OUTSIDE_SHARE = 0.02;

  /** Weight of a municipality's own name. */
  private static final double MUNICIPALITY_WEIGHT = 400;

  private final Gazetteer gazetteer;
  private final String region;
  private final NameForms forms;
  private final NameIndex.Builder index = new NameIndex.Builder();
  private final TypoIndex typos = new TypoIndex();

  /**
   * @param region the region's name for people; recognised as the region as a whole
   */
  RegionNames(Gazetteer gazetteer, String region, RussianDictionary dictionary) {
    this.gazetteer = gazetteer;
    this.region = region;
    this.forms = new NameForms(dictionary);
    addMunicipalities();
    addSettlements();
    addAliases();
    addRegions();
  }

  NameIndex index() {
    return index.build();
  }

  TypoIndex typos() {
    return typos;
  }

  private void addMunicipalities() {
    for (Gazetteer.Municipality municipality : gazetteer.municipalities()) {
      Meaning meaning =
          new Meaning(
              Kind.MUNICIPALITY,
              municipality,
              null,
              municipality.name(),
              false,
              MUNICIPALITY_WEIGHT);
      List<NamePattern> adjective = forms.adjective(municipality.name());
      if (adjective.isEmpty()) {
        index.add(forms.of(municipality.name()), meaning);
      } else {
        index.add(adjective, meaning);
        typos.add(adjective, meaning);
      }
    }
  }

  private void addSettlements() {
    for (Gazetteer.Settlement settlement : gazetteer.settlements()) {
      Meaning meaning =
          new Meaning(
              Kind.SETTLEMENT,
              settlement.municipality(),
              settlement,
              settlement.name(),
              false,
              weight(settlement));
      List<NamePattern> names = forms.of(settlement.name());
      index.add(names, meaning);
      typos.add(names, meaning);
      List<NamePattern> adjectives = forms.adjectivesOf(settlement.name());
      if (!adjectives.isEmpty()) {
        index.add(adjectives, meaning);
      }
    }
  }

  private static double weight(Gazetteer.Settlement settlement) {
    return Math.pow(Math.max(settlement.population(), UNKNOWN_POPULATION), 0.7);
  }

  private void addAliases() {
    for (Gazetteer.Alias alias : gazetteer.aliases()) {
      if (alias.municipality() == null) {
        index.add(
            forms.of(alias.name()),
            new Meaning(Kind.REGION, null, null, alias.name(), alias.needsContext(), 1));
        continue;
      }
      Gazetteer.Settlement settlement = alias.settlement();
      boolean small = alias.kind().equals("district-of-city") || alias.kind().equals("old-name");
      double weight =
          small || settlement == null ? Math.pow(UNKNOWN_POPULATION, 0.7) : weight(settlement);
      Meaning meaning =
          new Meaning(
              settlement == null ? Kind.MUNICIPALITY : Kind.SETTLEMENT,
              alias.municipality(),
              settlement,
              alias.name(),
              alias.needsContext(),
              weight);
      boolean adjective = alias.kind().equals("adjective");
      List<NamePattern> patterns =
          adjective ? forms.adjective(alias.name()) : forms.of(alias.name());
      index.add(patterns, meaning);
      if (!alias.needsContext()) {
        typos.add(patterns, meaning);
      }
    }
  }

  private void addRegions() {
    Set<String> own = new HashSet<>(gazetteer.ownRegionNames());
    own.add(region);
    Set<String> added = new HashSet<>();
    for (Gazetteer.City city : gazetteer.cities()) {
      if (own.contains(city.region())) {
        continue;
      }
      double weight = OUTSIDE_SHARE * Math.pow(Math.max(city.population(), 5000), 0.7);
      index.add(
          forms.of(city.name()), new Meaning(Kind.OUTSIDE, null, null, city.name(), false, weight));
      if (added.add(city.region())) {
        Meaning meaning = new Meaning(Kind.OUTSIDE, null, null, city.region(), false, 10);
        index.add(forms.of(city.region()), meaning);
      }
    }
    for (String name : own) {
      Meaning meaning = new Meaning(Kind.REGION, null, null, name, false, 1);
      index.add(forms.of(name), meaning);
      String adjective = name.split(" ", 2)[0];
      if (adjective.endsWith("ая") || adjective.endsWith("ий")) {
        String stem = adjective.substring(0, adjective.length() - 2);
        index.add(forms.of(stem + "ий регион"), meaning);
        if (name.endsWith("область")) {
          index.add(forms.of(stem + "ая обл"), meaning);
        }
      }
      String initials = initials(name);
      if (initials.length() > 2) {
        index.add(
            List.of(new NamePattern(new Stem[][] {{new Stem(initials, Paradigm.FIXED)}}, false)),
            meaning);
      }
    }
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[ -]+")) {
      if (!word.isEmpty()) {
        initials.append(FoldedText.fold(word.charAt(0)));
      }
    }
    return initials.toString();
  }
}
