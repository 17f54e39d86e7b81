package org.otklik.models.place;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.models.place.Meaning.Kind;

/** Puts all names of a region's gazetteer into an index, with what each may mean. */
final class RegionNames {
  /** Weight of a settlement whose population is unknown: as if it had so many inhabitants. */
  private static final int UNKNOWN_POPULATION = 300;

  /** Settlements from this size on, and seats, give a name to their people. */
  private static final int TOWN = 3_000;

  /** Of the weight of places outside the region so much is left. */
  private static final double OUTSIDE_SHARE = 0.02;

  /** Weight of a municipality's own name. */
  private static final double MUNICIPALITY_WEIGHT = 400;

  private final Gazetteer gazetteer;
  private final String region;
  private final RussianDictionary dictionary;
  private final NameForms forms;
  private final NameIndex.Builder index = new NameIndex.Builder();
  private final TypoIndex typos = new TypoIndex();

  /**
   * @param region the region's name for people; recognised as the region as a whole
   */
  RegionNames(Gazetteer gazetteer, String region, RussianDictionary dictionary) {
    this.gazetteer = gazetteer;
    this.region = region;
    this.dictionary = dictionary;
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
    Set<String> derived = derivedAdjectives();
    for (Gazetteer.Municipality municipality : gazetteer.municipalities()) {
      String folded = FoldedText.fold(municipality.name());
      Meaning meaning =
          new Meaning(
              Kind.MUNICIPALITY,
              municipality,
              null,
              municipality.name(),
              dictionary.isAdjective(folded) && !derived.contains(folded),
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

  /** Adjectives made from settlements' names; others, such as «солнечный», also mean themselves. */
  private Set<String> derivedAdjectives() {
    Set<String> derived = new HashSet<>();
    for (Gazetteer.Settlement settlement : gazetteer.settlements()) {
      String folded = FoldedText.fold(settlement.name());
      if (folded.endsWith("ское")) {
        derived.add(folded.substring(0, folded.length() - 2) + "ий");
      }
      for (NamePattern pattern : forms.adjectivesOf(settlement.name())) {
        if (pattern.words().length == 1) {
          for (Stem stem : pattern.words()[0]) {
            String suffix =
                stem.paradigm() == Paradigm.ADJECTIVE_SK
                    ? "ский"
                    : stem.paradigm() == Paradigm.ADJECTIVE_INSK ? "инский" : "ий";
            derived.add(stem.text() + suffix);
          }
        }
      }
    }
    return derived;
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
      String bare = withoutTypeWord(settlement.name());
      if (!bare.isEmpty()) {
        index.add(forms.of(bare), meaning);
      }
      if (settlement.population() >= TOWN || isSeat(settlement)) {
        index.add(forms.peopleOf(settlement.name()), meaning);
      }
      List<NamePattern> adjectives = forms.adjectivesOf(settlement.name());
      if (!adjectives.isEmpty()) {
        index.add(adjectives, meaning);
      }
    }
  }

  private static boolean isSeat(Gazetteer.Settlement settlement) {
    return settlement.name().equals(settlement.municipality().seat());
  }

  /** «Станция Скуратово» is also told as «Скуратово»; empty for names without such a word. */
  private static String withoutTypeWord(String name) {
    FoldedText text = new FoldedText(name);
    boolean told =
        text.size() > 1
            && PlaceWords.sort(text.word(0)) == PlaceWords.Sort.STATION
            && text.isCapital(1);
    return told ? name.substring(text.start(1)) : "";
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
      if (settlement != null && repeatsName(alias.name(), settlement.name())) {
        continue;
      }
      double weight = weight(alias, settlement);
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
        if (alias.kind().equals("colloquial")) {
          addDerived(alias, settlement, meaning);
        }
      }
    }
  }

  /** «комсомольчане» of Комсомольск(-на-Амуре), «кунаширский» of an island. */
  private void addDerived(
      Gazetteer.Alias alias, Gazetteer.@Nullable Settlement settlement, Meaning meaning) {
    if (settlement == null) {
      index.add(forms.adjectivesOf(alias.name()), meaning);
    } else if (settlement.population() >= TOWN) {
      index.add(forms.peopleOf(alias.name()), meaning);
    }
  }

  /** A part of a city is taken for as large as the square root of its inhabitants. */
  private static double weight(Gazetteer.Alias alias, Gazetteer.@Nullable Settlement settlement) {
    if (settlement == null || alias.kind().equals("old-name")) {
      return Math.pow(UNKNOWN_POPULATION, 0.7);
    }
    if (alias.kind().equals("district-of-city")) {
      double population = Math.sqrt(Math.max(settlement.population(), 0));
      return Math.pow(Math.max(population, UNKNOWN_POPULATION), 0.7);
    }
    return weight(settlement);
  }

  /** «п. Снежный», «г. Липки»: the word for the sort of place is read from the text anyway. */
  private static boolean repeatsName(String alias, String name) {
    FoldedText text = new FoldedText(alias);
    return text.size() > 1
        && PlaceWords.isSettlementWord(text.word(0))
        && FoldedText.fold(alias.substring(text.start(1))).equals(FoldedText.fold(name));
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
