package org.otklik.models.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The boundaries of municipalities, to find the one that a point lies in. Read from GeoJSON: a
 * FeatureCollection of polygons and multipolygons in WGS 84, each with the property {@code
 * municipality} (its name as in the gazetteer). It can't be changed and may be shared by threads.
 */
public final class Boundaries implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The rings of a municipality, outer ones and holes alike: inside is what an odd number holds.
   */
  private record Area(
      String municipality,
      List<double[]> rings,
      double west,
      double south,
      double east,
      double north)
      implements Serializable {

    boolean contains(double latitude, double longitude) {
      if (longitude < west || longitude > east || latitude < south || latitude > north) {
        return false;
      }
      boolean inside = false;
      for (double[] ring : rings) {
        inside ^= crossesOddly(ring, latitude, longitude);
      }
      return inside;
    }

    /** Even-odd rule: how often a ray to the east crosses the ring. */
    private static boolean crossesOddly(double[] ring, double latitude, double longitude) {
      boolean odd = false;
      for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        double x = ring[i];
        double y = ring[i + 1];
        double previousX = ring[j];
        double previousY = ring[j + 1];
        if (y > latitude != previousY > latitude
            && longitude < (previousX - x) * (latitude - y) / (previousY - y) + x) {
          odd = !odd;
        }
      }
      return odd;
    }
  }

  private final List<Area> areas;

  private Boundaries(List<Area> areas) {
    this.areas = List.copyOf(areas);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException when it is not such GeoJSON; file and feature are told
   * @throws UncheckedIOException when it can't be read
   */
  public static Boundaries load(Path file) {
    try {
      return of(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": can't be read", e);
    }
  }

  /**
   * Reads GeoJSON.
   *
   * @param geoJson the whole document
   * @param name what to call it in messages
   * @throws IllegalArgumentException when it is not such GeoJSON; the feature is told
   */
  public static Boundaries of(String geoJson, String name) {
    JsonNode document;
    try {
      document = new ObjectMapper().readTree(geoJson);
    } catch (IOException e) {
      throw new IllegalArgumentException(name + ": is not JSON", e);
    }
    JsonNode features = document.path("features");
    if (!features.isArray() || features.isEmpty()) {
      throw new IllegalArgumentException(name + ": has no features");
    }
    List<Area> areas = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      areas.add(area(features.get(i), name + ", feature " + (i + 1)));
    }
    return new Boundaries(areas);
  }

  private static Area area(JsonNode feature, String where) {
    String municipality = feature.path("properties").path("municipality").asText("");
    if (municipality.isEmpty()) {
      throw new IllegalArgumentException(where + ": no property «municipality»");
    }
    JsonNode geometry = feature.path("geometry");
    String type = geometry.path("type").asText();
    List<double[]> rings = new ArrayList<>();
    if (type.equals("Polygon")) {
      addRings(geometry.path("coordinates"), rings, where);
    } else if (type.equals("MultiPolygon")) {
      for (JsonNode polygon : geometry.path("coordinates")) {
        addRings(polygon, rings, where);
      }
    } else {
      throw new IllegalArgumentException(
          where + ": geometry «" + type + "», wanted Polygon or MultiPolygon");
    }
    if (rings.isEmpty()) {
      throw new IllegalArgumentException(where + ": no rings");
    }
    double west = 180;
    double south = 90;
    double east = -180;
    double north = -90;
    for (double[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        west = Math.min(west, ring[i]);
        east = Math.max(east, ring[i]);
        south = Math.min(south, ring[i + 1]);
        north = Math.max(north, ring[i + 1]);
      }
    }
    return new Area(municipality, List.copyOf(rings), west, south, east, north);
  }

  private static void addRings(JsonNode polygon, List<double[]> rings, String where) {
    for (JsonNode positions : polygon) {
      if (positions.size() < 4) {
        throw new IllegalArgumentException(where + ": a ring of fewer than four positions");
      }
      double[] ring = new double[positions.size() * 2];
      for (int i = 0; i < positions.size(); i++) {
        JsonNode position = positions.get(i);
        if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
          throw new IllegalArgumentException(where + ": a position that is not two numbers");
        }
        ring[2 * i] = position.path(0).asDouble();
        ring[2 * i + 1] = position.path(1).asDouble();
      }
      rings.add(ring);
    }
  }

  /** The municipality that a point lies in, or null. */
  public @Nullable String municipalityAt(double latitude, double longitude) {
    for (Area area : areas) {
      if (area.contains(latitude, longitude)) {
        return area.municipality;
      }
    }
    return null;
  }

  /** Names of the municipalities, in the order of the document. */
  public List<String> municipalities() {
    return areas.stream().map(Area::municipality).distinct().toList();
  }

  /**
   * A point inside a municipality: the middle of its widest stretch at half height of its largest
   * part.
   *
   * @return latitude and longitude in degrees, or null when there is no such municipality
   */
  public double @Nullable [] pointInside(String municipality) {
    for (Area area : areas) {
      if (area.municipality.equals(municipality)) {
        return pointInside(area);
      }
    }
    return null;
  }

  private static double[] pointInside(Area area) {
    double[] largest = area.rings.get(0);
    for (double[] ring : area.rings) {
      if (Math.abs(twiceTheArea(ring)) > Math.abs(twiceTheArea(largest))) {
        largest = ring;
      }
    }
    double south = 90;
    double north = -90;
    for (int i = 0; i < largest.length; i += 2) {
      south = Math.min(south, largest[i + 1]);
      north = Math.max(north, largest[i + 1]);
    }
    double latitude = (south + north) / 2;
    List<Double> crossings = new ArrayList<>();
    for (double[] ring : area.rings) {
      for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        double y = ring[i + 1];
        double previousY = ring[j + 1];
        if (y > latitude != previousY > latitude) {
          crossings.add((ring[j] - ring[i]) * (latitude - y) / (previousY - y) + ring[i]);
        }
      }
    }
    Collections.sort(crossings);
    double width = -1;
    double longitude = largest[0];
    for (int i = 0; i + 1 < crossings.size(); i += 2) {
      if (crossings.get(i + 1) - crossings.get(i) > width) {
        width = crossings.get(i + 1) - crossings.get(i);
        longitude = (crossings.get(i) + crossings.get(i + 1)) / 2;
      }
    }
    return new double[] {latitude, longitude};
  }

  private static double twiceTheArea(double[] ring) {
    double area = 0;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      area += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
    }
    return area;
  }
}
