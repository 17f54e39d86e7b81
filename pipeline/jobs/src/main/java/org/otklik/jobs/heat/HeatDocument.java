package org.otklik.jobs.heat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.apache.flink.api.common.functions.MapFunction;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.models.post.PostId;
import org.otklik.models.region.Region;

/**
 * The document of a heat cell in the index {@code heat}; its fields are described in {@code
 * config/elasticsearch/heat.json}.
 */
public final class HeatDocument implements MapFunction<HeatCell, Document> {
  private static final long serialVersionUID = 1L;

  /** The index's name. */
  public static final String INDEX = "heat";

  private final Region region;

  /**
   * @param region the region whose cells they are
   */
  public HeatDocument(Region region) {
    this.region = region;
  }

  @Override
  public Document map(HeatCell heat) {
    CellKey cell = heat.cell();
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("region", region.id());
    json.put("municipality", cell.municipality());
    json.put("theme", cell.theme());
    json.put("hour", cell.hour().toString());
    json.put("messages", heat.messages());
    json.put("late", heat.late());
    Optional.ofNullable(cell.municipality())
        .flatMap(region::municipality)
        .map(Region.Municipality::centroid)
        .ifPresent(
            point -> json.putObject("location").put("lat", point.lat()).put("lon", point.lon()));
    return new Document(
        INDEX, PostId.of("heat/" + region.id(), cell.asString()), heat.changes(), Json.bytes(json));
  }
}
