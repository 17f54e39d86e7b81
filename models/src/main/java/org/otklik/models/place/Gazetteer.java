package org.otklik.models.place;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places of one region by name: its municipalities, settlements, colloquial names, and the
 * country's cities, to tell what lies outside. It can't be changed and may be shared by threads.
 */
public final class Gazetteer {

  /**
   * A municipality: what the heat map counts by.
   *
   * @param name its short name, the key used everywhere
   * @param officialName its full name
   * @param seat its administrative centre
   * @param latitude degrees north of a point inside it
   * @param longitude degrees east of that point
   */
  public record Municipality(
      String name, String officialName, String seat, double latitude, double longitude) {}

  /**
   * A town, village or other settlement.
   *
   * @param municipality the municipality it lies in
   * @param name its name, with ё where it is known
   * @param type its type, such as город, рп, село
   * @param population its inhabitants, or -1
   * @param latitude degrees north
   * @param longitude degrees east
   * @param ownPoint false when the point is only its municipality's
   */
  public record Settlement(
      Municipality municipality,
      String name,
      String type,
      int population,
      double latitude,
      double longitude,
      boolean ownPoint) {}

  /**
   * Another name of a settlement or municipality.
   *
   * @param municipality the municipality meant, or in which the settlement lies; null for a name of
   *     the region as a whole
   * @param settlement the settlement meant; null when it is the municipality or a part of it
   * @param name the name as people write it
   * @param kind colloquial, abbreviation, adjective, old-name, district-of-city or region
   * @param needsContext true when it is not to be taken for a place without support
   */
  public record Alias(
      @Nullable Municipality municipality,
      @Nullable Settlement settlement,
      String name,
      String kind,
      boolean needsContext) {}

  /**
   * A city of the country.
   *
   * @param name its name
   * @param region its region, full name
   * @param population its inhabitants, or -1
   * @param latitude degrees north
   * @param longitude degrees east
   */
  public record City(
      String name, String region, int population, double latitude, double longitude) {}

  private final String region;
  private final Map<String, Municipality> municipalities;
  private final List<Settlement> settlements;
  private final List<Alias> aliases;
  private final List<City> cities;

  private Gazetteer(
      String region,
      Map<String, Municipality> municipalities,
      List<Settlement> settlements,
      List<Alias> aliases,
      List<City> cities) {
    this.region = region;
    this.municipalities = municipalities;
    this.settlements = List.copyOf(settlements);
    this.aliases = List.copyOf(aliases);
    this.cities = List.copyOf(cities);
  }

  /**
   * Reads the places of a region from the gazetteer's files.
   *
   * @param directory where {@code settlements.tsv}, {@code municipalities.tsv}, {@code aliases.tsv}
   *     and {@code cities.tsv} lie
   * @param region key of the region, as in the files' first column
   * @throws IllegalArgumentException when a file is missing or wrong; file, line and column are
   *     told
   */
  public static Gazetteer load(Path directory, String region) {
    return of(GazetteerRows.read(directory, region));
  }

  /**
   * Reads the places of a region from lines.
   *
   * @throws IllegalArgumentException when a line is wrong; file, line and column are told
   */
  public static Gazetteer of(GazetteerRows rows) {
    Map<String, Municipality> municipalities = municipalities(rows);
    List<Settlement> settlements = settlements(rows, municipalities);
    return new Gazetteer(
        rows.region(),
        municipalities,
        settlements,
        aliases(rows, municipalities, settlements),
        cities(rows));
  }

  private static Map<String, Municipality> municipalities(GazetteerRows rows) {
    Map<String, Municipality> municipalities = new LinkedHashMap<>();
    TabTable.read(
        GazetteerRows.MUNICIPALITIES,
        rows.municipalities(),
        List.of("region", "municipality", "official_name", "seat", "lat", "lon"),
        row -> {
          if (row.text("region").equals(rows.region())) {
            Municipality municipality = municipality(row);
            if (municipalities.putIfAbsent(municipality.name(), municipality) != null) {
              throw row.wrong(
                  "municipality", "«" + municipality.name() + "» stands here a second time");
            }
          }
        });
    if (municipalities.isEmpty()) {
      throw new IllegalArgumentException(
          GazetteerRows.MUNICIPALITIES + ": no rows of the region «" + rows.region() + "»");
    }
    return municipalities;
  }

  private static Municipality municipality(TabTable.Row row) {
    return new Municipality(
        row.requiredText("municipality"),
        row.text("official_name"),
        row.text("seat"),
        row.number("lat", -90, 90),
        row.number("lon", -180, 180));
  }

  private static List<Settlement> settlements(
      GazetteerRows rows, Map<String, Municipality> municipalities) {
    List<Settlement> settlements = new ArrayList<>();
    Map<String, String> types = new HashMap<>();
    TabTable.read(
        GazetteerRows.SETTLEMENTS,
        rows.settlements(),
        List.of("region", "municipality", "name", "type", "population", "lat", "lon", "precision"),
        row -> {
          if (row.text("region").equals(rows.region())) {
            settlements.add(
                new Settlement(
                    municipality(row, municipalities),
                    row.requiredText("name"),
                    types.computeIfAbsent(row.text("type"), type -> type),
                    row.population("population"),
                    row.number("lat", -90, 90),
                    row.number("lon", -180, 180),
                    row.either("precision", "point", "municipality")));
          }
        });
    return settlements;
  }

  private static List<Alias> aliases(
      GazetteerRows rows, Map<String, Municipality> municipalities, List<Settlement> settlements) {
    List<Alias> aliases = new ArrayList<>();
    Map<String, Settlement> byName = new HashMap<>();
    TabTable.read(
        GazetteerRows.ALIASES,
        rows.aliases(),
        List.of("region", "municipality", "settlement", "alias", "kind", "needs_context"),
        row -> {
          if (row.text("region").equals(rows.region())) {
            if (byName.isEmpty()) {
              putLargest(settlements, byName);
            }
            aliases.add(alias(row, municipalities, byName));
          }
        });
    return aliases;
  }

  private static void putLargest(List<Settlement> settlements, Map<String, Settlement> byName) {
    for (Settlement settlement : settlements) {
      byName.merge(
          settlement.municipality().name() + "\t" + settlement.name(),
          settlement,
          (one, other) -> one.population() >= other.population() ? one : other);
    }
  }

  private static Alias alias(
      TabTable.Row row, Map<String, Municipality> municipalities, Map<String, Settlement> byName) {
    boolean ofRegion = row.text("kind").equals("region") && row.text("municipality").isEmpty();
    Municipality municipality = ofRegion ? null : municipality(row, municipalities);
    Settlement settlement = null;
    String settlementName = row.text("settlement");
    if (municipality != null && !settlementName.isEmpty()) {
      settlement = byName.get(municipality.name() + "\t" + settlementName);
      if (settlement == null) {
        throw row.wrong(
            "settlement",
            "«"
                + settlementName
                + "» of "
                + municipality.name()
                + " is not in "
                + GazetteerRows.SETTLEMENTS);
      }
    }
    return new Alias(
        municipality,
        settlement,
        row.requiredText("alias"),
        row.text("kind"),
        row.either("needs_context", "true", "false"));
  }

  private static Municipality municipality(
      TabTable.Row row, Map<String, Municipality> municipalities) {
    String name = row.requiredText("municipality");
    Municipality municipality = municipalities.get(name);
    if (municipality == null) {
      throw row.wrong("municipality", "«" + name + "» is not in " + GazetteerRows.MUNICIPALITIES);
    }
    return municipality;
  }

  private static List<City> cities(GazetteerRows rows) {
    List<City> cities = new ArrayList<>();
    TabTable.read(
        GazetteerRows.CITIES,
        rows.cities(),
        List.of("name", "region", "population", "lat", "lon"),
        row ->
            cities.add(
                new City(
                    row.requiredText("name"),
                    row.requiredText("region"),
                    row.population("population"),
                    row.number("lat", -90, 90),
                    row.number("lon", -180, 180))));
    return cities;
  }

  /** Key of the region. */
  public String region() {
    return region;
  }

  /** The municipalities in the order of their file. */
  public List<Municipality> municipalities() {
    return List.copyOf(municipalities.values());
  }

  /** The municipality of a name as in the file, or null. */
  public @Nullable Municipality municipality(String name) {
    return municipalities.get(name);
  }

  /** The settlements in the order of their file. */
  public List<Settlement> settlements() {
    return settlements;
  }

  /** Other names of places. */
  public List<Alias> aliases() {
    return aliases;
  }

  /** Cities of the whole country. */
  public List<City> cities() {
    return cities;
  }

  /**
   * Full names of the regions in the country's list that this region is: those of which a city
   * stands at the point of a settlement of the same name. Usually one.
   */
  Set<String> ownRegionNames() {
    Map<String, List<City>> citiesByName = new HashMap<>();
    for (City city : cities) {
      citiesByName.computeIfAbsent(city.name(), name -> new ArrayList<>()).add(city);
    }
    Map<String, Integer> votes = new HashMap<>();
    for (Settlement settlement : settlements) {
      if (settlement.ownPoint()) {
        for (City city : citiesByName.getOrDefault(settlement.name(), List.of())) {
          if (Distance.kilometres(
                  city.latitude(), city.longitude(), settlement.latitude(), settlement.longitude())
              < 20) {
            votes.merge(city.region(), 1, Integer::sum);
          }
        }
      }
    }
    int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Set<String> names = new HashSet<>();
    votes.forEach(
        (name, count) -> {
          if (count * 2 > most) {
            names.add(name);
          }
        });
    return names;
  }
}
