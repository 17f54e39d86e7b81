package org.otklik.models.place;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.models.place.Meaning.Kind;
import org.otklik.models.place.Votes.Cell;
import org.otklik.models.place.Votes.Vote;

/**
 * From a text to municipality, settlement, street, house and a point:
 *
 * <pre>
 * text → {@link FoldedText} (words) → {@link AddressParser} (streets, houses)
 *      → {@link MentionFinder} ({@link NameIndex}, {@link TypoIndex}: names and the signs around them)
 *      → {@link Votes} ({@link MentionStrength}, namesakes, home of the community) → {@link Place}
 * </pre>
 *
 * <p>A clear mention in the text outranks what the source's record states, which outranks weak
 * mentions, the post's own point and the home of the community, in this order. A place is left open
 * rather than guessed: a name of several municipalities without anything to tell them apart gives
 * no municipality, but alternatives.
 *
 * <p>The point is the post's own where it has one that agrees, else the settlement's, also when
 * street and house are known (they are known in words, not on the map); where the gazetteer has no
 * own point for the settlement it is the municipality's and the precision is {@code municipality}.
 *
 * <p>Not safe for use by several threads at once; cheap enough to have one in each.
 */
public final class PlaceResolver {
  /** From here on a mention in the text is believed against anything else. */
  private static final double CLEAR = 0.75;

  /** From here on a mention is believed when nothing speaks for another municipality. */
  private static final double ENOUGH = 0.5;

  /** A mention of a place in the community's own municipality needs no more than this. */
  private static final double ENOUGH_AT_HOME = 0.3;

  /** How sure a place is that only the community's home tells. */
  private static final double HOME_SCORE = 0.4;

  private static final double RECORD_SCORE = 0.85;

  /** A settlement farther from a post's own point than this is not named for it. */
  private static final double NEAR_KILOMETRES = 10;

  private static final int LARGE_CITY = 50_000;
  private static final int MOST_ALTERNATIVES = 4;
  private static final int REMEMBERED = 2_000;
  private static final int LONGEST_TEXT = 20_000;

  private final Gazetteer gazetteer;
  private final AddressParser addresses;
  private final MentionFinder mentions;
  private final NearestSettlement nearest;
  private final @Nullable Boundaries boundaries;
  private final Map<String, Optional<Gazetteer.Municipality>> remembered = new HashMap<>();

  /**
   * A resolver for one region.
   *
   * @param gazetteer the region's places
   * @param region the region's name for people, such as «Сахалинская область»; where the text names
   *     it, the whole region is meant. The key serves too: the name is then known by the cities
   */
  public PlaceResolver(Gazetteer gazetteer, String region) {
    this(gazetteer, region, null);
  }

  /**
   * A resolver for one region with the boundaries of its municipalities.
   *
   * @param boundaries finds the municipality of a post's own point; without them it is that of the
   *     nearest settlement
   */
  public PlaceResolver(Gazetteer gazetteer, String region, @Nullable Boundaries boundaries) {
    this.gazetteer = gazetteer;
    this.boundaries = boundaries;
    RussianDictionary dictionary = new RussianDictionary();
    RegionNames names = new RegionNames(gazetteer, region, dictionary);
    this.addresses = new AddressParser(dictionary);
    this.mentions = new MentionFinder(names.index(), names.typos(), dictionary);
    this.nearest = new NearestSettlement(gazetteer.settlements());
  }

  /** Where the problem of a text is; {@link Place#UNKNOWN} when nothing tells. */
  public Place resolve(PlaceQuery query) {
    String written = query.text();
    FoldedText text =
        new FoldedText(
            written.length() > LONGEST_TEXT ? written.substring(0, LONGEST_TEXT) : written);
    Address address = addresses.parse(text);
    List<Mention> found = mentions.find(text, address.words());

    Gazetteer.Municipality stated = known(query.statedMunicipality());
    Gazetteer.Municipality community = known(query.communityHome());
    Gazetteer.Municipality home = stated != null ? stated : community;
    Votes votes = new Votes(found, home);
    return new Decision(query, text, address, votes, stated, community).place();
  }

  /**
   * The municipality that a community's name tells, such as Холмский for «Подслушано Холмск»; empty
   * for names of the whole region and for names without a place.
   *
   * @param communityName the community's name for people
   */
  public Optional<String> homeOf(String communityName) {
    Gazetteer.Municipality municipality = known(communityName);
    return Optional.ofNullable(municipality).map(Gazetteer.Municipality::name);
  }

  /**
   * The municipality that a record states in any wording: «городской округ "Охинский"», «МО ГО
   * Южный», «г. Холмск».
   */
  public Optional<String> municipalityOf(String stated) {
    return Optional.ofNullable(known(stated)).map(Gazetteer.Municipality::name);
  }

  private Gazetteer.@Nullable Municipality known(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    Gazetteer.Municipality exact = gazetteer.municipality(name);
    if (exact != null) {
      return exact;
    }
    Optional<Gazetteer.Municipality> known = remembered.get(name);
    if (known == null) {
      if (remembered.size() >= REMEMBERED) {
        remembered.clear();
      }
      known = Optional.ofNullable(told(name));
      remembered.put(name, known);
    }
    return known.orElse(null);
  }

  /** The municipality of the one name that a short text consists of or holds. */
  private Gazetteer.@Nullable Municipality told(String name) {
    FoldedText text = new FoldedText(name);
    Gazetteer.Municipality best = null;
    double most = 0;
    double second = 0;
    Map<Gazetteer.Municipality, Double> weights = new HashMap<>();
    for (Mention mention : mentions.find(text, new BitSet())) {
      if (mention.cues().ofRegion()) {
        continue;
      }
      for (Mention.Reading reading : mention.readings()) {
        Meaning meaning = reading.meaning();
        if (meaning.municipality() != null && fits(mention, reading)) {
          double weight = meaning.weight();
          if (mention.cues().municipality() && meaning.kind() == Kind.MUNICIPALITY) {
            weight *= 1000;
          }
          if (meaning.settlement() != null
              && meaning.municipality().seat().equals(meaning.settlement().name())) {
            weight *= 10;
          }
          weights.merge(meaning.municipality(), weight, Math::max);
        }
      }
    }
    for (Map.Entry<Gazetteer.Municipality, Double> entry : weights.entrySet()) {
      if (entry.getValue() > most) {
        second = most;
        most = entry.getValue();
        best = entry.getKey();
      } else {
        second = Math.max(second, entry.getValue());
      }
    }
    return most > 2 * second ? best : null;
  }

  private static boolean fits(Mention mention, Mention.Reading reading) {
    if (mention.cues().municipality()) {
      Meaning meaning = reading.meaning();
      Gazetteer.Settlement settlement = meaning.settlement();
      return meaning.kind() == Kind.MUNICIPALITY
          || settlement != null && settlement.name().equals(settlement.municipality().seat());
    }
    if (mention.letter() == Mention.Letter.LOWER && mention.cues().everyday()) {
      return false;
    }
    return !reading.pattern().adjective() || reading.meaning().kind() == Kind.MUNICIPALITY;
  }

  /** By the boundaries where there are any, else that of the nearest settlement. */
  private Gazetteer.@Nullable Municipality municipalityAt(
      double latitude, double longitude, NearestSettlement.@Nullable Found near) {
    if (boundaries == null) {
      return near == null ? null : near.settlement().municipality();
    }
    String within = boundaries.municipalityAt(latitude, longitude);
    return within == null ? null : gazetteer.municipality(within);
  }

  private boolean liesIn(
      Gazetteer.Municipality municipality, @Nullable Double latitude, @Nullable Double longitude) {
    return latitude != null
        && longitude != null
        && municipalityAt(latitude, longitude, nearest.to(latitude, longitude)) == municipality;
  }

  /** Weighs what is known of one post. */
  private final class Decision {
    private final PlaceQuery query;
    private final FoldedText text;
    private final Address address;
    private final Votes votes;
    private final Gazetteer.@Nullable Municipality stated;
    private final Gazetteer.@Nullable Municipality community;

    Decision(
        PlaceQuery query,
        FoldedText text,
        Address address,
        Votes votes,
        Gazetteer.@Nullable Municipality stated,
        Gazetteer.@Nullable Municipality community) {
      this.query = query;
      this.text = text;
      this.address = address;
      this.votes = votes;
      this.stated = stated;
      this.community = community;
    }

    Place place() {
      List<Cell> inside = votes.ranked(Kind.SETTLEMENT, Kind.MUNICIPALITY);
      List<Cell> outside = votes.ranked(Kind.OUTSIDE);
      Cell best = inside.isEmpty() ? null : inside.get(0);
      Cell elsewhere = outside.isEmpty() ? null : outside.get(0);

      if (best != null
          && best.score() >= CLEAR
          && !isOpenRoute(best, inside)
          && !isOnlyGoal(best)
          && outranks(best, elsewhere)) {
        return fromText(best, inside);
      }
      if (stated != null) {
        return fromRecord(stated, inside);
      }
      if (elsewhere != null && isElsewhere(elsewhere, best)) {
        return outside(elsewhere, inside);
      }
      Gazetteer.Municipality home = community;
      if (best != null
          && !isAmbiguous(best)
          && best.score() >= needed(best)
          && !isOpenRoute(best, inside)
          && !isOnlyGoal(best)) {
        return fromText(best, inside);
      }
      Place ofPoint = fromPoint(inside);
      if (ofPoint != null) {
        return ofPoint;
      }
      List<Cell> region = votes.ranked(Kind.REGION);
      if (!region.isEmpty() && (home == null || isWhole(region.get(0)))) {
        return region(region.get(0), inside);
      }
      if (home != null) {
        return fromHome(home, inside);
      }
      return unknown(best, inside);
    }

    private double needed(Cell best) {
      if (community == null) {
        return ENOUGH;
      }
      return best.meaning().municipality() == community ? ENOUGH_AT_HOME : ENOUGH + 0.05;
    }

    private boolean outranks(Cell best, @Nullable Cell elsewhere) {
      return elsewhere == null
          || elsewhere.score() < ENOUGH
          || best.rank() * 1.3 >= elsewhere.rank();
    }

    private boolean isElsewhere(Cell elsewhere, @Nullable Cell best) {
      if (elsewhere.score() < ENOUGH
          || best != null && best.score() >= needed(best) && outranks(best, elsewhere)) {
        return false;
      }
      Mention.Role role = elsewhere.best().mention().role();
      return community == null
          || role == Mention.Role.LOCATION
          || role == Mention.Role.NAMED && elsewhere.best().mention().cues().heading();
    }

    /** True when the name stands in several municipalities and nothing tells them apart. */
    private boolean isAmbiguous(Cell cell) {
      return cell.votes.size() == 1 && cell.best().share() < 0.6;
    }

    /** True when only the ends of a way are named, in different municipalities. */
    private boolean isOpenRoute(Cell best, List<Cell> inside) {
      if (best.best().mention().role() != Mention.Role.ROUTE
          || best.meaning().municipality() == community && community != null) {
        return false;
      }
      for (Cell cell : inside) {
        if (cell != best
            && cell.best().mention().role() == Mention.Role.ROUTE
            && cell.score() >= ENOUGH) {
          return true;
        }
      }
      return false;
    }

    /**
     * True when people only go there from a known home: anywhere when the record tells it, to a
     * large city when the community does (the way to a small town is told by those who live near).
     */
    private boolean isOnlyGoal(Cell cell) {
      Gazetteer.Municipality home = stated != null ? stated : community;
      Vote best = cell.best();
      if (home == null
          || best.meaning().municipality() == home
          || best.mention().role() != Mention.Role.DESTINATION
              && best.mention().role() != Mention.Role.COMPARISON) {
        return false;
      }
      Gazetteer.Settlement settlement = best.meaning().settlement();
      return stated != null || settlement != null && settlement.population() >= LARGE_CITY;
    }

    private Place fromText(Cell cell, List<Cell> inside) {
      Vote vote = placed(cell);
      Gazetteer.Settlement settlement = vote.meaning().settlement();
      List<String> evidence = new ArrayList<>(2);
      for (Vote one : cell.votes) {
        String words = text.written(one.mention().first(), one.mention().last());
        if (one.strength() >= 0.2 && !evidence.contains(words)) {
          evidence.add(words);
        }
      }
      Gazetteer.Municipality municipality = vote.meaning().municipality();
      if (municipality == null) {
        throw new IllegalStateException("a place inside the region has a municipality");
      }
      return place(municipality, settlement, "text", evidence, cell.score(), inside);
    }

    /** The vote that tells the settlement: a village rather than the town it belongs to. */
    private Vote placed(Cell cell) {
      Vote best = cell.best();
      Vote chosen = best;
      for (Vote vote : cell.votes) {
        Gazetteer.Settlement settlement = vote.meaning().settlement();
        boolean beside =
            best.meaning().kind() == Kind.MUNICIPALITY && vote.strength() >= ENOUGH_AT_HOME;
        if (settlement == null || !beside && vote.rank() < 0.45 * best.rank()) {
          continue;
        }
        Gazetteer.Settlement known = chosen.meaning().settlement();
        boolean firstKnown = known == null;
        boolean villageOfSeat =
            known != null
                && known.name().equals(known.municipality().seat())
                && !settlement.name().equals(known.name())
                && vote.strength() >= ENOUGH
                && vote.rank() >= 0.75 * best.rank();
        if (firstKnown || villageOfSeat) {
          chosen = vote;
        }
      }
      return chosen;
    }

    private Place fromRecord(Gazetteer.Municipality municipality, List<Cell> inside) {
      Gazetteer.Settlement settlement = statedSettlement(municipality);
      List<String> evidence = new ArrayList<>();
      Cell cell = votes.of(municipality);
      if (cell != null && cell.score() >= ENOUGH_AT_HOME) {
        Vote vote = placed(cell);
        evidence.add(text.written(vote.mention().first(), vote.mention().last()));
        if (settlement == null) {
          settlement = vote.meaning().settlement();
        }
      }
      return place(municipality, settlement, "record", evidence, RECORD_SCORE, inside);
    }

    private Gazetteer.@Nullable Settlement statedSettlement(Gazetteer.Municipality municipality) {
      String name = query.statedSettlement();
      if (name == null || name.isBlank()) {
        return null;
      }
      Gazetteer.Settlement best = null;
      FoldedText stated = new FoldedText(name);
      for (Mention mention : mentions.find(stated, new BitSet())) {
        for (Mention.Reading reading : mention.readings()) {
          Gazetteer.Settlement settlement = reading.meaning().settlement();
          if (settlement != null
              && settlement.municipality() == municipality
              && !reading.pattern().adjective()
              && (best == null || settlement.population() > best.population())) {
            best = settlement;
          }
        }
      }
      return best;
    }

    private @Nullable Place fromPoint(List<Cell> inside) {
      Double latitude = query.latitude();
      Double longitude = query.longitude();
      if (latitude == null || longitude == null) {
        return null;
      }
      NearestSettlement.Found near = nearest.to(latitude, longitude);
      Gazetteer.Municipality municipality = municipalityAt(latitude, longitude, near);
      if (municipality == null) {
        return null;
      }
      boolean close =
          near != null
              && near.kilometres() <= NEAR_KILOMETRES
              && near.settlement().municipality() == municipality;
      Gazetteer.Settlement settlement = close && near != null ? near.settlement() : null;
      return new Place(
          municipality.name(),
          settlement == null ? null : settlement.name(),
          street(),
          house(),
          settlement == null ? "municipality" : precisionOfAddress(),
          latitude,
          longitude,
          Place.OWN_POINT,
          "point",
          evidenceOfAddress(),
          0.7,
          alternatives(municipality, inside));
    }

    private Place fromHome(Gazetteer.Municipality home, List<Cell> inside) {
      return new Place(
          home.name(),
          null,
          street(),
          house(),
          "municipality",
          home.latitude(),
          home.longitude(),
          Place.MUNICIPALITY_POINT,
          "community",
          evidenceOfAddress(),
          HOME_SCORE,
          alternatives(home, inside));
    }

    private Place place(
        Gazetteer.Municipality municipality,
        Gazetteer.@Nullable Settlement settlement,
        String source,
        List<String> evidence,
        double score,
        List<Cell> inside) {
      boolean exact = settlement != null && settlement.ownPoint();
      boolean own = liesIn(municipality, query.latitude(), query.longitude());
      String pointPrecision = exact ? Place.SETTLEMENT_POINT : Place.MUNICIPALITY_POINT;
      evidence.addAll(evidenceOfAddress());
      return new Place(
          municipality.name(),
          settlement == null ? null : settlement.name(),
          street(),
          house(),
          exact ? precisionOfAddress() : "municipality",
          own ? query.latitude() : Double.valueOf(latitude(municipality, settlement)),
          own ? query.longitude() : Double.valueOf(longitude(municipality, settlement)),
          own ? Place.OWN_POINT : pointPrecision,
          source,
          List.copyOf(evidence),
          rounded(score),
          alternatives(municipality, inside));
    }

    private static double latitude(
        Gazetteer.Municipality municipality, Gazetteer.@Nullable Settlement settlement) {
      return settlement == null ? municipality.latitude() : settlement.latitude();
    }

    private static double longitude(
        Gazetteer.Municipality municipality, Gazetteer.@Nullable Settlement settlement) {
      return settlement == null ? municipality.longitude() : settlement.longitude();
    }

    private String precisionOfAddress() {
      if (street() == null) {
        return "settlement";
      }
      return house() == null ? "street" : "house";
    }

    private @Nullable String street() {
      String stated = query.statedStreet();
      return stated != null && !stated.isBlank() ? stated.strip() : address.street();
    }

    private @Nullable String house() {
      String stated = query.statedHouse();
      return stated != null && !stated.isBlank() ? stated.strip() : address.house();
    }

    private List<String> evidenceOfAddress() {
      List<String> evidence = new ArrayList<>(2);
      if (!address.evidence().isEmpty()) {
        evidence.add(address.evidence());
      }
      String landmark = address.landmark();
      if (landmark != null) {
        evidence.add(landmark);
      }
      return evidence;
    }

    private Place outside(Cell elsewhere, List<Cell> inside) {
      Mention mention = elsewhere.best().mention();
      return new Place(
          null,
          elsewhere.meaning().name(),
          address.street(),
          address.house(),
          "outside",
          null,
          null,
          null,
          "text",
          List.of(text.written(mention.first(), mention.last())),
          rounded(elsewhere.score()),
          alternatives(null, inside));
    }

    private Place region(Cell region, List<Cell> inside) {
      Mention mention = region.best().mention();
      return new Place(
          null,
          null,
          address.street(),
          address.house(),
          "region",
          null,
          null,
          null,
          "text",
          List.of(text.written(mention.first(), mention.last())),
          rounded(region.score()),
          alternatives(null, inside));
    }

    /** «по всему Сахалину», «во всей области». */
    private boolean isWhole(Cell region) {
      int first = region.best().mention().first();
      return text.word(first - 1).startsWith("вс") || text.word(first - 1).startsWith("цел");
    }

    private Place unknown(@Nullable Cell best, List<Cell> inside) {
      List<Place.Alternative> alternatives = alternatives(null, inside);
      Gazetteer.Settlement settlement = null;
      double score = 0;
      List<String> evidence = new ArrayList<>();
      if (best != null && isAmbiguous(best)) {
        Vote vote = best.best();
        double whole = vote.share() == 0 ? 0 : vote.strength() / Math.min(1, vote.share() * 1.15);
        if (whole >= ENOUGH) {
          settlement = vote.meaning().settlement();
          score = vote.strength();
          evidence.add(text.written(vote.mention().first(), vote.mention().last()));
        }
      }
      evidence.addAll(evidenceOfAddress());
      if (settlement == null && address.street() == null && alternatives.isEmpty()) {
        return Place.UNKNOWN;
      }
      return new Place(
          null,
          settlement == null ? null : settlement.name(),
          street(),
          house(),
          "none",
          null,
          null,
          null,
          evidence.isEmpty() ? "none" : "text",
          List.copyOf(evidence),
          rounded(score),
          alternatives);
    }

    private List<Place.Alternative> alternatives(
        Gazetteer.@Nullable Municipality chosen, List<Cell> inside) {
      List<Place.Alternative> alternatives = new ArrayList<>(2);
      for (Cell cell : inside) {
        Gazetteer.Municipality municipality = cell.meaning().municipality();
        if (municipality != null
            && municipality != chosen
            && cell.score() >= 0.1
            && alternatives.size() < MOST_ALTERNATIVES) {
          Vote vote = cell.best();
          Gazetteer.Settlement settlement = vote.meaning().settlement();
          alternatives.add(
              new Place.Alternative(
                  municipality.name(),
                  settlement == null ? null : settlement.name(),
                  rounded(cell.score()),
                  List.of(text.written(vote.mention().first(), vote.mention().last()))));
        }
      }
      return List.copyOf(alternatives);
    }

    private static double rounded(double score) {
      return Math.round(score * 1000) / 1000.0;
    }
  }
}
