package org.otklik.models.place.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.otklik.models.place.Boundaries;

/** From public data to the rows of a region's gazetteer; see the package for the flow. */
public final class RegionImport {
  private final ImportRequest request;
  private final @Nullable Boundaries boundaries;
  private final Map<String, FoundMunicipality> municipalities = new LinkedHashMap<>();
  private final List<FoundPlace> found = new ArrayList<>();
  private final JoinedPlaces joined = new JoinedPlaces();
  private final List<String> unplaced = new ArrayList<>();
  private final int[] placedBy = new int[MunicipalityFinder.Way.values().length];
  private int outside;

  private RegionImport(ImportRequest request) {
    this.request = request;
    this.boundaries = request.boundaries() == null ? null : Boundaries.load(request.boundaries());
  }

  /**
   * Reads all sources and joins them.
   *
   * @throws IllegalArgumentException when a source is wrong; file, line and column are told
   */
  public static ImportedRegion run(ImportRequest request) {
    return new RegionImport(request).run();
  }

  private ImportedRegion run() {
    readSources();
    MunicipalityFinder finder = new MunicipalityFinder(municipalities.values(), boundaries);
    placeAll(finder, place -> place.municipality() != null);
    giveMunicipalitiesPoints();
    finder = new MunicipalityFinder(municipalities.values(), boundaries);
    for (JoinedPlaces.Entry entry : joined.all()) {
      finder.learn(entry.place().name(), entry.municipality());
    }
    placeAll(finder, place -> place.municipality() == null);
    giveMunicipalitiesPoints();
    return rows();
  }

  private void readSources() {
    for (Path file : request.municipalities()) {
      PlaceTables.municipalities(file, request.region()).forEach(this::addMunicipality);
    }
    for (Path file : request.settlements()) {
      found.addAll(PlaceTables.settlements(file, request.region()));
    }
    for (Path file : request.oktmo()) {
      OktmoTable.Contents contents = OktmoTable.read(file, request.oktmoPrefix());
      contents.municipalities().forEach(this::addMunicipality);
      found.addAll(contents.places());
    }
    if (boundaries != null) {
      for (String name : boundaries.municipalities()) {
        addMunicipality(municipalityOf(name, boundaries));
      }
    }
    for (Path file : request.osm()) {
      for (FoundPlace place : OsmPlaces.read(file)) {
        if (isWithin(place.point())) {
          found.add(place);
        }
      }
    }
    for (Path file : request.geoNames()) {
      GeoNamesDump.Contents contents = GeoNamesDump.read(file, request.admin1(), this::isWithin);
      found.addAll(contents.places());
      for (String name : contents.withoutRussianName()) {
        unplaced.add(name + ": no Russian name");
      }
    }
  }

  private FoundMunicipality municipalityOf(String name, Boundaries of) {
    double[] inside = of.pointInside(name);
    return new FoundMunicipality(
        name,
        "",
        "",
        -1,
        inside == null ? null : new Point(inside[0], inside[1]),
        "point: boundary " + of(request.boundaries()));
  }

  private static String of(@Nullable Path file) {
    return file == null ? "" : String.valueOf(file.getFileName());
  }

  private void addMunicipality(FoundMunicipality municipality) {
    municipalities.merge(
        MunicipalityName.key(municipality.name()),
        municipality,
        (known, other) ->
            known.point() != null && other.officialName().isEmpty()
                ? known // a boundary tells nothing more
                : known.filledFrom(other));
  }

  /** Counts what lies outside. */
  private boolean isWithin(@Nullable Point point) {
    boolean within =
        point != null
            && (request.box() == null || request.box().contains(point))
            && (boundaries == null
                || boundaries.municipalityAt(point.latitude(), point.longitude()) != null);
    outside += within ? 0 : 1;
    return within;
  }

  private void placeAll(MunicipalityFinder finder, Predicate<FoundPlace> which) {
    for (FoundPlace place : found) {
      if (which.test(place)) {
        MunicipalityFinder.Found municipality = finder.find(place);
        if (municipality == null) {
          unplaced.add(place.label() + ": " + reason(place));
        } else if (joined.add(municipality.municipality(), place)) {
          placedBy[municipality.way().ordinal()]++;
        }
      }
    }
  }

  private static String reason(FoundPlace place) {
    if (place.municipality() != null) {
      return "there is no municipality «" + place.municipality() + "»";
    }
    return place.point() == null
        ? "neither a municipality nor a point"
        : "its point lies in no municipality";
  }

  /** A municipality without a point gets its seat's, else its largest place's. */
  private void giveMunicipalitiesPoints() {
    for (Map.Entry<String, FoundMunicipality> entry : municipalities.entrySet()) {
      FoundMunicipality municipality = entry.getValue();
      FoundPlace main = mainPlace(municipality);
      if (municipality.point() == null && main != null) {
        entry.setValue(
            new FoundMunicipality(
                municipality.name(),
                municipality.officialName(),
                municipality.seat(),
                municipality.population(),
                main.point(),
                municipality.source() + "; point: " + main.name()));
      }
    }
  }

  private @Nullable FoundPlace mainPlace(FoundMunicipality municipality) {
    return joined.all().stream()
        .filter(entry -> entry.municipality().equals(municipality.name()))
        .map(JoinedPlaces.Entry::place)
        .filter(place -> place.point() != null)
        .max(
            Comparator.comparing(
                    (FoundPlace place) ->
                        MunicipalityName.key(place.name())
                            .equals(MunicipalityName.key(municipality.seat())))
                .thenComparingInt(FoundPlace::population))
        .orElse(null);
  }

  private ImportedRegion rows() {
    List<List<String>> municipalityRows = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (FoundMunicipality municipality : municipalities.values()) {
      if (municipality.point() == null) {
        unplaced.add(municipality.name() + " (" + municipality.source() + "): no point is known");
      } else {
        written.add(municipality.name());
        municipalityRows.add(row(municipality, municipality.point()));
      }
    }
    List<List<String>> settlementRows = new ArrayList<>();
    List<List<String>> aliasRows = new ArrayList<>();
    int withPoint = 0;
    for (JoinedPlaces.Entry entry : joined.all()) {
      if (!written.contains(entry.municipality())) {
        unplaced.add(
            entry.place().label()
                + ": its municipality «"
                + entry.municipality()
                + "» has no point");
        continue;
      }
      withPoint += entry.place().point() == null ? 0 : 1;
      settlementRows.add(row(entry));
      for (FoundPlace.Alias alias : entry.place().aliases()) {
        aliasRows.add(row(entry, alias));
      }
    }
    return new ImportedRegion(
        request.region(),
        municipalityRows,
        settlementRows,
        aliasRows,
        withPoint,
        new ImportedRegion.PlacedBy(placedBy[0], placedBy[1], placedBy[2], placedBy[3]),
        outside,
        unplaced);
  }

  private List<String> row(FoundMunicipality municipality, Point point) {
    String seat = municipality.seat();
    String source = municipality.source();
    if (seat.isEmpty()) {
      FoundPlace main = mainPlace(municipality);
      if (main != null && main.population() > 0) {
        seat = main.name();
        source += "; seat: guessed, its most populous settlement";
      }
    }
    return List.of(
        request.region(),
        municipality.name(),
        municipality.officialName().isEmpty() ? municipality.name() : municipality.officialName(),
        seat,
        degrees(point.latitude()),
        degrees(point.longitude()),
        inhabitants(municipality.population()),
        source);
  }

  private List<String> row(JoinedPlaces.Entry entry) {
    FoundPlace place = entry.place();
    Point own = place.point();
    FoundMunicipality municipality = municipalities.get(MunicipalityName.key(entry.municipality()));
    Point shown = own != null || municipality == null ? own : municipality.point();
    if (shown == null) {
      throw new IllegalStateException(entry.municipality() + " is written, so it has a point");
    }
    return List.of(
        request.region(),
        entry.municipality(),
        place.name(),
        place.type(),
        inhabitants(place.population()),
        degrees(shown.latitude()),
        degrees(shown.longitude()),
        own == null ? "municipality" : "point",
        place.source());
  }

  private List<String> row(JoinedPlaces.Entry entry, FoundPlace.Alias alias) {
    return List.of(
        request.region(),
        entry.municipality(),
        entry.place().name(),
        alias.name(),
        alias.kind(),
        "true", // nobody has looked whether it is a word of every day
        "osm");
  }

  private static String degrees(double degrees) {
    String text = String.format(Locale.ROOT, "%.5f", degrees);
    return text.replaceAll("0+$", "").replaceAll("\\.$", ".0");
  }

  private static String inhabitants(int population) {
    return population < 0 ? "" : String.valueOf(population);
  }
}
