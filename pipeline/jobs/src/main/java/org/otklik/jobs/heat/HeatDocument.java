package org.otklik.jobs.heat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.apache.flink.api.common.functions.MapFunction;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.models.place.HexCells;
import org.otklik.models.post.PostId;
import org.otklik.models.region.Region;

/**
 * The document of a heat cell in the index of its grain; its fields are described in {@code
 * config/elasticsearch/heat.json}, {@code heat-daily.json} and {@code heat-hexagons.json}.
 */
public final class HeatDocument implements MapFunction<CellReading, Document> {
  private static final long serialVersionUID = 1L;

  /** Index of the hour cells. */
  public static final String INDEX = "heat";

  /** Index of the day cells. */
  public static final String DAILY = "heat-daily";

  /** Index of the cells of the H3 grid. */
  public static final String HEXAGONS = "heat-hexagons";

  private static final double THOUSAND = 1_000;

  private final Region region;
  private transient @Nullable HexCells hexagons;

  /**
   * @param region the region whose cells they are
   */
  public HeatDocument(Region region) {
    this.region = region;
  }

  @Override
  public Document map(CellReading reading) {
    CellKey cell = reading.cell().cell();
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("region", region.id());
    json.put("theme", cell.theme());
    json.put("messages", reading.cell().messages());
    json.put("problems", reading.cell().problems());
    json.put("urgent", reading.cell().urgent());
    json.put("review", reading.cell().review());
    String index =
        switch (cell.grain()) {
          case CellKey.HOUR -> addHour(json, reading);
          case CellKey.DAY -> addDay(json, reading);
          case CellKey.HEXAGON -> addHexagon(json, cell);
          default -> throw new IllegalArgumentException("there is no grain " + cell.grain());
        };
    return new Document(
        index,
        PostId.of(index + "/" + region.id(), cell.asString()),
        reading.version(),
        Json.bytes(json));
  }

  private String addHour(ObjectNode json, CellReading reading) {
    json.put("hour", reading.cell().cell().start().toString());
    json.put("late", reading.cell().late());
    addMunicipality(json, reading);
    return INDEX;
  }

  private String addDay(ObjectNode json, CellReading reading) {
    addDate(json, reading.cell().cell());
    addMunicipality(json, reading);
    return DAILY;
  }

  private void addDate(ObjectNode json, CellKey cell) {
    json.put("day", cell.start().toString());
    json.put("date", cell.start().atZone(region.timeZone()).toLocalDate().toString());
  }

  private void addMunicipality(ObjectNode json, CellReading reading) {
    HeatCell heat = reading.cell();
    json.put("municipality", heat.cell().place());
    json.put("communities", heat.distinctCommunities());
    if (reading.usual() != null) {
      json.put("usual", reading.usual());
      json.put("delta", heat.messages() - reading.usual());
    }
    Optional.ofNullable(heat.cell().place())
        .flatMap(region::municipality)
        .ifPresent(
            municipality -> {
              Integer population = municipality.population();
              if (population != null && population > 0) {
                json.put("perThousand", heat.messages() * THOUSAND / population);
              }
              addLocation(json, municipality.centroid().lat(), municipality.centroid().lon());
            });
  }

  private String addHexagon(ObjectNode json, CellKey cell) {
    addDate(json, cell);
    String address = String.valueOf(cell.place());
    HexCells.Centre centre = hexagons().centre(address);
    json.put("cell", address);
    json.put("resolution", hexagons().resolution(address));
    addLocation(json, centre.latitude(), centre.longitude());
    return HEXAGONS;
  }

  private static void addLocation(ObjectNode json, double latitude, double longitude) {
    json.putObject("location").put("lat", latitude).put("lon", longitude);
  }

  private HexCells hexagons() {
    HexCells loaded = hexagons;
    if (loaded == null) {
      loaded = new HexCells();
      hexagons = loaded;
    }
    return loaded;
  }
}
