package org.otklik.local.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Json;
import org.otklik.local.kibana.FieldUse.Purpose;

/**
 * What can be found wrong in saved objects without a Kibana: unknown or unfit fields, references
 * that lead nowhere, panels over one another, attributes that Kibana would refuse.
 */
final class SavedObjectFaults {
  private static final int GRID_COLUMNS = 48;

  /** By Kibana 8.19's own schemas of what its import takes. */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "index-pattern",
          Set.of(
              "title",
              "name",
              "timeFieldName",
              "allowHidden",
              "fieldAttrs",
              "fieldFormatMap",
              "fields",
              "runtimeFieldMap",
              "sourceFilters",
              "typeMeta"),
          "lens",
          Set.of("title", "description", "visualizationType", "state"),
          "search",
          Set.of(
              "title",
              "description",
              "columns",
              "sort",
              "grid",
              "hideChart",
              "isTextBasedQuery",
              "usesAdHocDataView",
              "kibanaSavedObjectMeta",
              "timeRestore",
              "viewMode",
              "rowHeight",
              "headerRowHeight",
              "rowsPerPage",
              "sampleSize",
              "density"),
          "map",
          Set.of("title", "description", "mapStateJSON", "layerListJSON", "uiStateJSON"),
          "links",
          Set.of("title", "description", "layout", "links"),
          "visualization",
          Set.of(
              "title",
              "description",
              "uiStateJSON",
              "version",
              "visState",
              "kibanaSavedObjectMeta"),
          "dashboard",
          Set.of(
              "title",
              "description",
              "version",
              "timeRestore",
              "timeFrom",
              "timeTo",
              "refreshInterval",
              "optionsJSON",
              "panelsJSON",
              "kibanaSavedObjectMeta",
              "controlGroupInput",
              "sections"));

  /** The forms of each type that every Kibana from 8.19 on takes: an export from 8.19 has them. */
  private static final Map<String, Set<String>> TYPE_VERSIONS =
      Map.of(
          "index-pattern", Set.of("8.0.0"),
          "lens", Set.of("8.9.0"),
          "search", Set.of("10.5.0"),
          "map", Set.of("8.4.0"),
          "links", Set.of("10.1.0"),
          "visualization", Set.of("8.5.0"),
          "dashboard", Set.of("10.2.0", "10.3.0"));

  private final SavedObjects objects;
  private final TemplateFields templates;
  private final Map<String, SavedObject> byId = new HashMap<>();
  private final List<FieldUse> uses = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private SavedObjectFaults(SavedObjects objects, TemplateFields templates) {
    this.objects = objects;
    this.templates = templates;
    objects.all().forEach(object -> byId.put(object.type() + "/" + object.id(), object));
  }

  static List<String> of(SavedObjects objects, TemplateFields templates) {
    SavedObjectFaults found = new SavedObjectFaults(objects, templates);
    found.look();
    return found.faults;
  }

  /** The fields that the objects use, for tests of the test. */
  static List<FieldUse> uses(SavedObjects objects, TemplateFields templates) {
    SavedObjectFaults found = new SavedObjectFaults(objects, templates);
    found.look();
    return found.uses;
  }

  private void look() {
    for (SavedObject object : objects.all()) {
      lookAtForm(object);
      References references = new References(object);
      switch (object.type()) {
        case SavedObject.DATA_VIEW -> lookAtDataView(object);
        case "lens" -> lookAtLens(object, references);
        case "search" -> lookAtSearch(object, references);
        case "map" -> lookAtMap(object, references);
        case "links" -> lookAtLinks(object, references);
        case "dashboard" -> lookAtDashboard(object, references);
        default -> {}
      }
      references.nothingIsLeft();
    }
    for (FieldUse use : uses) {
      JsonNode mapping = templates.field(use.index(), use.field());
      if (mapping == null) {
        fault(use.where(), "the index «" + use.index() + "» has no field «" + use.field() + "»");
      } else if (!use.fits(mapping)) {
        fault(
            use.where(),
            "«%s» of «%s» is %s and can't be %s"
                .formatted(use.field(), use.index(), mapping, use.purpose()));
      }
    }
  }

  private void lookAtForm(SavedObject object) {
    if (!object.id().matches("otklik-[a-z]+(-[a-z]+)*")) {
      fault(object.id(), "the id should begin with otklik- and be readable");
    }
    Set<String> known = ATTRIBUTES.getOrDefault(object.type(), Set.of());
    object
        .body()
        .path("attributes")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                fault(object.id(), "Kibana knows no attribute «" + name + "»");
              }
            });
    Set<String> keys = new HashSet<>();
    object.body().fieldNames().forEachRemaining(keys::add);
    if (!keys.equals(
        Set.of(
            "type",
            "id",
            "attributes",
            "references",
            "managed",
            "coreMigrationVersion",
            "typeMigrationVersion"))) {
      fault(object.id(), "has the keys " + keys);
    }
    if (!TYPE_VERSIONS
        .getOrDefault(object.type(), Set.of())
        .contains(object.body().path("typeMigrationVersion").asText())) {
      fault(object.id(), "typeMigrationVersion is not the one of Kibana 8.19");
    }
    if (object.body().path("managed").asBoolean(true)) {
      fault(object.id(), "is managed: staff could not edit it");
    }
  }

  private void lookAtDataView(SavedObject object) {
    JsonNode attributes = object.body().path("attributes");
    String index = attributes.path("title").asText();
    if (!object.id().equals("otklik-data-view-" + index)) {
      fault(object.id(), "is for the index «" + index + "»");
    }
    use(index, attributes.path("timeFieldName").asText(), Purpose.TIME, object.id());
    embedded(attributes, "fieldAttrs")
        .fieldNames()
        .forEachRemaining(field -> use(index, field, Purpose.SHOWN, object.id() + ", fieldAttrs"));
    embedded(attributes, "fieldFormatMap")
        .fieldNames()
        .forEachRemaining(
            field -> use(index, field, Purpose.SHOWN, object.id() + ", fieldFormatMap"));
    for (JsonNode hidden : embedded(attributes, "sourceFilters")) {
      use(index, hidden.path("value").asText(), Purpose.SHOWN, object.id() + ", sourceFilters");
    }
  }

  private void lookAtLens(SavedObject object, References references) {
    JsonNode state = object.body().at("/attributes/state");
    Map<String, JsonNode> columnsByLayer = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> layer :
        entries(state.at("/datasourceStates/formBased/layers"))) {
      String where = object.id() + ", layer " + layer.getKey();
      String index = references.index("indexpattern-datasource-layer-" + layer.getKey());
      JsonNode columns = layer.getValue().path("columns");
      columnsByLayer.put(layer.getKey(), columns);
      Set<String> ordered = new HashSet<>();
      layer.getValue().path("columnOrder").forEach(column -> ordered.add(column.asText()));
      if (!ordered.equals(names(columns))) {
        fault(where, "columnOrder is not made of the columns");
      }
      for (Map.Entry<String, JsonNode> column : entries(columns)) {
        lookAtColumn(index, column.getValue(), columns, where + ", column " + column.getKey());
      }
      query(index, state.path("query"), where);
    }
    lookAtAccessors(object, state.path("visualization"), columnsByLayer);
  }

  private void lookAtColumn(String index, JsonNode column, JsonNode columns, String where) {
    String field = column.path("sourceField").asText();
    String operation = column.path("operationType").asText();
    switch (operation) {
      case "count" -> {
        if (!field.equals("___records___")) {
          fault(where, "counts «" + field + "» and not the documents");
        }
      }
      case "terms" -> {
        use(index, field, Purpose.GROUPED, where);
        JsonNode by = column.at("/params/orderBy/columnId");
        if (by.isTextual() && !columns.has(by.asText())) {
          fault(where, "is ordered by the column «" + by.asText() + "», which is not there");
        }
      }
      case "unique_count" -> use(index, field, Purpose.GROUPED, where);
      case "date_histogram" -> use(index, field, Purpose.TIME, where);
      case "sum", "average" -> use(index, field, Purpose.SUMMED, where);
      case "max", "min" -> use(index, field, Purpose.COMPARED, where);
      default -> fault(where, "the check does not know the operation «" + operation + "»");
    }
    query(index, column.path("filter"), where);
  }

  private void lookAtAccessors(
      SavedObject object, JsonNode visualization, Map<String, JsonNode> columnsByLayer) {
    List<JsonNode> layers = new ArrayList<>();
    if (visualization.has("layers")) {
      visualization.path("layers").forEach(layers::add);
    } else {
      layers.add(visualization);
    }
    Set<String> drawn = new HashSet<>();
    for (JsonNode layer : layers) {
      String id = layer.path("layerId").asText();
      drawn.add(id);
      JsonNode columns = columnsByLayer.get(id);
      if (columns == null) {
        fault(object.id(), "draws the layer «" + id + "», which is not there");
        continue;
      }
      Set<String> accessors = new HashSet<>();
      for (String key :
          List.of(
              "metricAccessor",
              "secondaryMetricAccessor",
              "xAccessor",
              "yAccessor",
              "valueAccessor",
              "splitAccessor")) {
        if (layer.has(key)) {
          accessors.add(layer.path(key).asText());
        }
      }
      layer.path("accessors").forEach(accessor -> accessors.add(accessor.asText()));
      layer.path("columns").forEach(column -> accessors.add(column.path("columnId").asText()));
      if (!accessors.equals(names(columns))) {
        fault(
            object.id(),
            "layer " + id + " draws " + accessors + " and has the columns " + names(columns));
      }
    }
    if (!drawn.equals(columnsByLayer.keySet())) {
      fault(object.id(), "has layers that are not drawn");
    }
  }

  private void lookAtSearch(SavedObject object, References references) {
    JsonNode attributes = object.body().path("attributes");
    JsonNode source = embedded(attributes.path("kibanaSavedObjectMeta"), "searchSourceJSON");
    String index = references.index(source.path("indexRefName").asText());
    for (JsonNode column : attributes.path("columns")) {
      use(index, column.asText(), Purpose.SHOWN, object.id() + ", columns");
    }
    names(attributes.at("/grid/columns"))
        .forEach(column -> use(index, column, Purpose.SHOWN, object.id() + ", widths"));
    for (JsonNode sort : attributes.path("sort")) {
      use(index, sort.path(0).asText(), Purpose.SORTED, object.id() + ", sort");
    }
    query(index, source.path("query"), object.id());
  }

  private void lookAtMap(SavedObject object, References references) {
    for (JsonNode layer : embedded(object.body().path("attributes"), "layerListJSON")) {
      String where = object.id() + ", layer " + layer.path("id").asText();
      JsonNode source = layer.path("sourceDescriptor");
      String type = source.path("type").asText();
      if (!Set.of("ES_SEARCH", "ES_GEO_GRID").contains(type)) {
        fault(where, "comes from «" + type + "», maps are to need no other service");
        continue;
      }
      String index = references.index(source.path("indexPatternRefName").asText());
      use(index, source.path("geoField").asText(), Purpose.POINT, where);
      Set<String> drawable = new HashSet<>();
      for (JsonNode metric : source.path("metrics")) {
        if (metric.has("field")) {
          use(index, metric.path("field").asText(), Purpose.SUMMED, where);
          drawable.add(metric.path("type").asText() + "_of_" + metric.path("field").asText());
        } else {
          drawable.add("doc_count");
        }
      }
      if (source.has("sortField")) {
        use(index, source.path("sortField").asText(), Purpose.SORTED, where);
      }
      if (source.path("scalingType").asText().equals("TOP_HITS")) {
        use(index, source.path("topHitsSplitField").asText(), Purpose.GROUPED, where);
      }
      source
          .path("tooltipProperties")
          .forEach(field -> use(index, field.asText(), Purpose.SHOWN, where + ", tooltip"));
      for (JsonNode styled : layer.findValues("field")) {
        String name = styled.path("name").asText();
        if (styled.has("origin") && type.equals("ES_SEARCH")) {
          use(index, name, Purpose.GROUPED, where + ", style");
        } else if (styled.has("origin") && !drawable.contains(name)) {
          fault(where, "is drawn by «" + name + "», which it does not count");
        }
      }
      query(index, layer.path("query"), where);
    }
  }

  private void lookAtLinks(SavedObject object, References references) {
    for (JsonNode link : object.body().at("/attributes/links")) {
      references.target(link.path("destinationRefName").asText());
    }
  }

  private void lookAtDashboard(SavedObject object, References references) {
    JsonNode attributes = object.body().path("attributes");
    Set<String> panels = new HashSet<>();
    List<JsonNode> placed = new ArrayList<>();
    for (JsonNode panel : embedded(attributes, "panelsJSON")) {
      String id = panel.path("panelIndex").asText();
      String where = object.id() + ", panel " + id;
      if (!panels.add(id)) {
        fault(where, "is there twice");
      }
      SavedObject shown = references.target(id + ":" + panel.path("panelRefName").asText());
      if (shown != null && !shown.type().equals(panel.path("type").asText())) {
        fault(where, "is of another type than " + shown.type() + " " + shown.id());
      }
      for (JsonNode event : panel.at("/embeddableConfig/enhancements/dynamicActions/events")) {
        references.target(
            "%s:drilldown:%s:%s:dashboardId"
                .formatted(
                    id, event.at("/action/factoryId").asText(), event.path("eventId").asText()));
      }
      JsonNode grid = panel.path("gridData");
      if (!grid.path("i").asText().equals(id)) {
        fault(where, "is placed as «" + grid.path("i").asText() + "»");
      }
      if (grid.path("x").asInt(-1) < 0
          || grid.path("y").asInt(-1) < 0
          || grid.path("w").asInt() < 1
          || grid.path("h").asInt() < 1
          || grid.path("x").asInt() + grid.path("w").asInt() > GRID_COLUMNS) {
        fault(where, "is outside of the grid");
      }
      for (JsonNode other : placed) {
        if (overlap(grid, other)) {
          fault(where, "lies over the panel " + other.path("i").asText());
        }
      }
      placed.add(grid);
    }
    for (Map.Entry<String, JsonNode> control :
        entries(embedded(attributes.path("controlGroupInput"), "panelsJSON"))) {
      String where = object.id() + ", control " + control.getKey();
      String index = references.index("controlGroup_" + control.getKey() + ":optionsListDataView");
      JsonNode input = control.getValue().path("explicitInput");
      use(index, input.path("fieldName").asText(), Purpose.GROUPED, where);
      if (!input.path("id").asText().equals(control.getKey())
          || !input.path("dataViewId").asText().equals("otklik-data-view-" + index)) {
        fault(where, "its id or data view is another");
      }
    }
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    return one.path("x").asInt() < other.path("x").asInt() + other.path("w").asInt()
        && other.path("x").asInt() < one.path("x").asInt() + one.path("w").asInt()
        && one.path("y").asInt() < other.path("y").asInt() + other.path("h").asInt()
        && other.path("y").asInt() < one.path("y").asInt() + one.path("h").asInt();
  }

  private void query(String index, JsonNode query, String where) {
    if (query.isMissingNode()) {
      return;
    }
    if (!query.path("language").asText().equals("kuery")) {
      fault(where, "asks in another language than KQL");
      return;
    }
    String text = query.path("query").asText();
    try {
      for (Kql.Term term : Kql.terms(text)) {
        use(index, term.field(), Purpose.FILTERED, where + ", query «" + text + "»");
        Set<String> words = words(index, term.field());
        if (term.operator().equals(":")
            && !term.value().equals("*")
            && !words.isEmpty()
            && !words.contains(term.value())) {
          fault(where, "asks for «" + term.value() + "», which " + term.field() + " never is");
        }
      }
    } catch (IllegalArgumentException e) {
      fault(where, "the query «" + text + "» is broken: " + e.getMessage());
    }
  }

  /** The codes of a field that the data view has Russian words for. */
  private Set<String> words(String index, String field) {
    Set<String> words = new HashSet<>();
    SavedObject view = byId.get(SavedObject.DATA_VIEW + "/otklik-data-view-" + index);
    if (view != null) {
      embedded(view.body().path("attributes"), "fieldFormatMap")
          .path(field)
          .at("/params/lookupEntries")
          .forEach(entry -> words.add(entry.path("key").asText()));
    }
    return words;
  }

  private void use(String index, String field, Purpose purpose, String where) {
    uses.add(new FieldUse(index, field, purpose, where));
  }

  private void fault(String where, String what) {
    faults.add(where + ": " + what);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<Map.Entry<String, JsonNode>> entries(JsonNode object) {
    return object.properties();
  }

  /** JSON that Kibana keeps as a string within JSON. */
  static JsonNode embedded(JsonNode object, String key) {
    JsonNode text = object.path(key);
    if (!(text instanceof TextNode)) {
      throw new IllegalArgumentException("«" + key + "» should be JSON in a string: " + text);
    }
    try {
      return Json.mapper().readTree(text.asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The references of one object; each must lead somewhere, and be used. */
  private final class References {
    private final SavedObject object;
    private final Map<String, JsonNode> byName = new LinkedHashMap<>();

    References(SavedObject object) {
      this.object = object;
      for (JsonNode reference : object.body().path("references")) {
        if (byName.put(reference.path("name").asText(), reference) != null) {
          fault(object.id(), "has two references «" + reference.path("name").asText() + "»");
        }
      }
    }

    @Nullable SavedObject target(String name) {
      JsonNode reference = byName.remove(name);
      if (reference == null) {
        fault(object.id(), "has no reference «" + name + "»");
        return null;
      }
      String id = reference.path("type").asText() + "/" + reference.path("id").asText();
      SavedObject target = byId.get(id);
      if (target == null) {
        fault(object.id(), "needs " + id + ", which is not there");
      }
      return target;
    }

    String index(String name) {
      SavedObject view = target(name);
      if (view == null) {
        return "";
      }
      if (!view.type().equals(SavedObject.DATA_VIEW)) {
        fault(object.id(), "takes " + view.id() + " for a data view");
      }
      return view.body().at("/attributes/title").asText();
    }

    void nothingIsLeft() {
      byName
          .keySet()
          .forEach(name -> fault(object.id(), "does not use its reference «" + name + "»"));
    }
  }
}
