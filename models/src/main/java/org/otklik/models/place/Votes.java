package org.otklik.models.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.models.place.Meaning.Kind;
import org.otklik.models.place.Mention.Reading;

/**
 * What the mentions of a text say together: each mention is divided among the places of its name
 * (by population, by the sort of place told, by the other mentions, by the home of the community),
 * and each municipality gathers what is said for it.
 */
final class Votes {
  private static final double OF_HOME = 8;
  private static final double BESIDE_ITS_MUNICIPALITY = 25;
  private static final double BESIDE_A_NEIGHBOUR = 6;
  private static final double SUPPORTING = 0.5;
  private static final double UNDIVIDED = 0.7;

  /**
   * What one mention says for one place.
   *
   * @param mention the mention
   * @param meaning the likeliest place of this municipality that it may mean
   * @param strength how sure it is that it names this place
   * @param share which part of the name's meanings lies in this municipality
   */
  record Vote(Mention mention, Meaning meaning, double strength, double share) {

    /** How much it counts when several places are named. */
    double rank() {
      return strength * mention.role().share();
    }
  }

  /** What all mentions say for one municipality, for the region, or for what lies outside. */
  static final class Cell {
    final List<Vote> votes = new ArrayList<>(2);
    private final Map<String, Double> strongest = new HashMap<>(4);
    private double rank;

    private void add(Vote vote) {
      votes.add(vote);
      strongest.merge(vote.meaning.name(), vote.strength, Math::max);
      rank = Math.max(rank, vote.rank()) + 0.15 * Math.min(rank, vote.rank());
    }

    /** How sure it is that the text names the place at all; a name repeated is no new evidence. */
    double score() {
      double doubt = 1;
      for (double strength : strongest.values()) {
        doubt *= 1 - strength;
      }
      return Math.min(0.98, 1 - doubt);
    }

    /** How the place stands against others as the one where the problem is. */
    double rank() {
      return rank;
    }

    /** The vote that ranks first. */
    Vote best() {
      Vote best = votes.get(0);
      for (Vote vote : votes) {
        if (vote.rank() > best.rank()) {
          best = vote;
        }
      }
      return best;
    }

    Meaning meaning() {
      return best().meaning;
    }
  }

  private final Map<String, Cell> cells = new LinkedHashMap<>();

  /**
   * @param home the municipality that is likely before the text is read, or null
   */
  Votes(List<Mention> mentions, Gazetteer.@Nullable Municipality home) {
    List<Map<String, Double>> supported = new ArrayList<>(mentions.size());
    if (mentions.size() > 1) {
      for (Mention mention : mentions) {
        supported.add(supported(mention, home));
      }
    }
    for (int i = 0; i < mentions.size(); i++) {
      for (Vote vote : divide(mentions.get(i), home, ofOthers(supported, i))) {
        cells.computeIfAbsent(vote.meaning.cell(), cell -> new Cell()).add(vote);
      }
    }
  }

  /**
   * The municipality that a mention speaks for by itself, and how much likelier that makes the
   * places in it; none for the ends of ways.
   */
  private static Map<String, Double> supported(
      Mention mention, Gazetteer.@Nullable Municipality home) {
    if (mention.role() != Mention.Role.LOCATION && mention.role() != Mention.Role.NAMED) {
      return Map.of();
    }
    double factor = mention.cues().municipality() ? BESIDE_ITS_MUNICIPALITY : BESIDE_A_NEIGHBOUR;
    for (Vote vote : divide(mention, home, Map.of())) {
      if (vote.strength >= SUPPORTING
          && vote.share >= UNDIVIDED
          && vote.meaning.municipality() != null) {
        return Map.of(vote.meaning.cell(), factor);
      }
    }
    return Map.of();
  }

  private static Map<String, Double> ofOthers(List<Map<String, Double>> supported, int index) {
    if (supported.isEmpty()) {
      return Map.of();
    }
    Map<String, Double> others = new HashMap<>();
    for (int i = 0; i < supported.size(); i++) {
      if (i != index) {
        supported.get(i).forEach((cell, factor) -> others.merge(cell, factor, Math::max));
      }
    }
    return others;
  }

  private static List<Vote> divide(
      Mention mention, Gazetteer.@Nullable Municipality home, Map<String, Double> support) {
    List<Reading> readings = readings(mention);
    if (readings.size() == 1) {
      Reading reading = readings.get(0);
      double strength = strength(mention, reading, home, support);
      return strength <= 0.02
          ? List.of()
          : List.of(new Vote(mention, reading.meaning(), strength, 1));
    }
    Map<String, Vote> byCell = new LinkedHashMap<>();
    Map<String, Double> weights = new LinkedHashMap<>();
    Map<String, Double> heaviest = new LinkedHashMap<>();
    double total = 0;
    for (Reading reading : readings) {
      double strength = strength(mention, reading, home, support);
      if (strength <= 0.02) {
        continue;
      }
      Meaning meaning = reading.meaning();
      String cell = meaning.cell();
      double weight = strength * meaning.weight() * fit(mention, meaning);
      if (meaning.municipality() != null && meaning.municipality() == home) {
        weight *= OF_HOME;
      }
      weight *= support.getOrDefault(cell, 1.0);
      total += weight;
      weights.merge(cell, weight, Double::sum);
      Vote known = byCell.get(cell);
      double most = known == null ? strength : Math.max(strength, known.strength);
      if (weight > heaviest.getOrDefault(cell, -1.0)) {
        heaviest.put(cell, weight);
        byCell.put(cell, new Vote(mention, meaning, most, 0));
      } else if (known != null) {
        byCell.put(cell, new Vote(mention, known.meaning, most, 0));
      }
    }
    List<Vote> votes = new ArrayList<>(byCell.size());
    for (Map.Entry<String, Vote> entry : byCell.entrySet()) {
      Vote vote = entry.getValue();
      double share = weights.get(entry.getKey()) / total;
      votes.add(new Vote(mention, vote.meaning, vote.strength * Math.min(1, share * 1.15), share));
    }
    return votes;
  }

  /** Beside «район» a name means the municipality if it can. */
  private static List<Reading> readings(Mention mention) {
    List<Reading> readings = mention.readings();
    if (mention.cues().municipality() && readings.size() > 1) {
      List<Reading> municipalities = new ArrayList<>(readings);
      municipalities.removeIf(
          reading ->
              reading.meaning().kind() != Kind.MUNICIPALITY || !reading.pattern().adjective());
      if (!municipalities.isEmpty()) {
        return municipalities;
      }
    }
    return readings;
  }

  private static double strength(
      Mention mention,
      Reading reading,
      Gazetteer.@Nullable Municipality home,
      Map<String, Double> support) {
    Gazetteer.Municipality municipality = reading.meaning().municipality();
    boolean near =
        municipality != null && (municipality == home || support.containsKey(municipality.name()));
    return MentionStrength.of(mention, reading, near);
  }

  /** How well the word for the sort of place before a name fits what it may mean. */
  private static double fit(Mention mention, Meaning meaning) {
    PlaceWords.Sort sort = mention.typeWord();
    if (sort == null || sort == PlaceWords.Sort.ANY || sort == PlaceWords.Sort.PART) {
      return 1;
    }
    if (meaning.kind() == Kind.OUTSIDE) {
      return sort == PlaceWords.Sort.CITY ? 10 : 0.05;
    }
    Gazetteer.Settlement settlement = meaning.settlement();
    if (settlement == null) {
      return 0.3;
    }
    boolean fits =
        switch (settlement.type()) {
          case "город" -> sort == PlaceWords.Sort.CITY;
          case "пгт", "рп", "посёлок" -> sort == PlaceWords.Sort.URBAN;
          case "село", "деревня" -> sort == PlaceWords.Sort.VILLAGE;
          case "станция" -> sort == PlaceWords.Sort.STATION;
          default -> true;
        };
    return fits ? 2 : sort == PlaceWords.Sort.CITY ? 0.2 : 0.8;
  }

  /** The municipality's cell, or null when nothing speaks for it. */
  @Nullable Cell of(Gazetteer.Municipality municipality) {
    return cells.get(municipality.name());
  }

  /** The cells of municipalities, the region or the outside, the highest rank first. */
  List<Cell> ranked(Kind... kinds) {
    List<Cell> ranked = new ArrayList<>(cells.size());
    for (Cell cell : cells.values()) {
      Kind kind = cell.meaning().kind();
      for (Kind wanted : kinds) {
        if (kind == wanted) {
          ranked.add(cell);
          break;
        }
      }
    }
    ranked.sort((one, other) -> Double.compare(other.rank, one.rank));
    return ranked;
  }
}
