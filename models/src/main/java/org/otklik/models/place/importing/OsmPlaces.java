package org.otklik.models.place.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Place nodes of OpenStreetMap: GeoJSON as {@code osmium export} writes it (points with the tags as
 * properties), or a table with the columns {@code name, place, population, lat, lon}. Of places
 * only cities, towns, villages and hamlets are settlements; {@code name:ru} goes before {@code
 * name}, and {@code alt_name}, {@code old_name} and {@code short_name} become other names.
 */
final class OsmPlaces {
  private static final Set<String> SETTLEMENTS =
      Set.of("city", "town", "village", "hamlet", "isolated_dwelling");

  private OsmPlaces() {}

  /**
   * Reads an extract.
   *
   * @throws IllegalArgumentException when it is wrong; file, line and column or property are told
   */
  static List<FoundPlace> read(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith("json") ? geoJson(file) : table(file);
  }

  private static List<FoundPlace> table(Path file) {
    SourceTable table = SourceTable.read(file);
    for (String column : List.of("name", "place", "lat", "lon")) {
      table.require(column);
    }
    List<FoundPlace> found = new ArrayList<>();
    for (SourceTable.Row row : table.rows()) {
      String place = row.required("place");
      if (SETTLEMENTS.contains(place) && !row.text("name").isEmpty()) {
        Point point = row.point("lat", "lon");
        if (point == null) {
          throw row.wrong("lat", "is empty");
        }
        found.add(place(row.text("name"), place, row.text("population"), point, List.of()));
      }
    }
    return found;
  }

  private static List<FoundPlace> geoJson(Path file) {
    List<FoundPlace> found = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    try (BufferedReader text = Files.newBufferedReader(file);
        JsonParser parser = mapper.createParser(text)) {
      if (!isAtFeatures(parser)) {
        throw new IllegalArgumentException(file + ": has no array «features»");
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        int line = parser.currentTokenLocation().getLineNr();
        FoundPlace place = place(mapper.readTree(parser), file, line);
        if (place != null) {
          found.add(place);
        }
      }
      return found;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + ": there is no such file", e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file
              + ", line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ": is not valid JSON: "
              + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": can't be read", e);
    }
  }

  private static boolean isAtFeatures(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean features = parser.currentName().equals("features");
      JsonToken value = parser.nextToken();
      if (features) {
        return value == JsonToken.START_ARRAY;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static @Nullable FoundPlace place(JsonNode feature, Path file, int line) {
    JsonNode tags = feature.path("properties");
    String place = tags.path("place").asText();
    String name = tags.path("name:ru").asText(tags.path("name").asText());
    JsonNode geometry = feature.path("geometry");
    if (!SETTLEMENTS.contains(place)
        || name.isBlank()
        || !geometry.path("type").asText().equals("Point")) {
      return null; // areas of the same places, and what is no settlement
    }
    JsonNode position = geometry.path("coordinates");
    double longitude = position.path(0).asDouble(Double.NaN);
    double latitude = position.path(1).asDouble(Double.NaN);
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          file
              + ", line "
              + line
              + ", geometry.coordinates of «"
              + name
              + "»: "
              + position
              + " is not [longitude, latitude]");
    }
    List<FoundPlace.Alias> aliases = new ArrayList<>();
    addAliases(tags, "alt_name", "colloquial", aliases);
    addAliases(tags, "short_name", "abbreviation", aliases);
    addAliases(tags, "old_name", "old-name", aliases);
    return place(
        name.strip(),
        place,
        tags.path("population").asText(),
        new Point(latitude, longitude),
        aliases);
  }

  private static void addAliases(
      JsonNode tags, String tag, String kind, List<FoundPlace.Alias> aliases) {
    for (String name : tags.path(tag + ":ru").asText(tags.path(tag).asText()).split(";")) {
      if (!name.isBlank()) {
        aliases.add(new FoundPlace.Alias(name.strip(), kind));
      }
    }
  }

  private static FoundPlace place(
      String name, String place, String population, Point point, List<FoundPlace.Alias> aliases) {
    return new FoundPlace(
        name, SettlementType.ofOsm(place), inhabitants(population), point, null, aliases, "osm");
  }

  /** The tag is free text, such as «1 204» or «~500»: what is no number is not known. */
  private static int inhabitants(String tag) {
    String digits = tag.replaceAll("[\\s\u00A0~]", "");
    return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : -1;
  }
}
