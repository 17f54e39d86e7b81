package org.otklik.local.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.jobs.AlertEvent;
import org.otklik.local.kibana.FieldUse.Purpose;
import org.otklik.models.analysis.Review;
import org.otklik.models.misinformation.MatchKind;
import org.otklik.models.misinformation.SignalCode;
import org.otklik.models.post.PostKind;

/** The files in {@code config/kibana} against the templates, the taxonomy and themselves. */
class DashboardFilesTest {
  private static final Path CONFIGURATION = Path.of("../../config");
  private static final TemplateFields TEMPLATES = new TemplateFields(CONFIGURATION);

  @TempDir private Path folder;

  @Test
  void haveNoFault() throws Exception {
    assertThat(SavedObjectFaults.of(files(), TEMPLATES)).isEmpty();
  }

  @Test
  void useFieldsOfEveryIndexForEveryPurpose() throws Exception {
    List<FieldUse> uses = SavedObjectFaults.uses(files(), TEMPLATES);

    assertThat(uses)
        .extracting(FieldUse::index)
        .contains("posts", "heat", "heat-daily", "heat-hexagons", "claims", "alerts");
    assertThat(uses).extracting(FieldUse::purpose).contains(Purpose.values());
  }

  /** Each change is a fault that somebody may make while editing in Kibana or by hand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "sourceField":"theme"                        | "sourceField":"topic"                | no field «topic»
          "operationType":"sum","sourceField":"usual"  | "operationType":"sum","sourceField":"theme" | can't be SUMMED
          "operationType":"terms","scale":"ordinal","sourceField":"category" | "operationType":"terms","scale":"ordinal","sourceField":"text" | can't be GROUPED
          "operationType":"date_histogram","sourceField":"publishedAt" | "operationType":"date_histogram","sourceField":"urgency" | can't be TIME
          "timeFieldName":"lastSeen"                   | "timeFieldName":"claim"              | can't be TIME
          "sort":[["urgency","desc"]                   | "sort":[["text","desc"]              | can't be SORTED
          \\"geoField\\":\\"location\\"                | \\"geoField\\":\\"municipality\\"    | can't be POINT
          \\"type\\":\\"sum\\",\\"field\\":\\"messages\\" | \\"type\\":\\"sum\\",\\"field\\":\\"theme\\" | can't be SUMMED
          \\"fieldName\\":\\"theme\\"                  | \\"fieldName\\":\\"lemmas\\"         | can't be GROUPED
          "query":"kind: \\"burst\\""                  | "query":"sort: \\"burst\\""          | no field «sort»
          "query":"kind: \\"burst\\""                  | "query":"kind: \\"bursts\\""         | which kind never is
          "query":"review: true"                       | "query":"review: (true"              | is broken
          "columns":["urgency"                         | "columns":["urgent"                  | no field «urgent»
          \\"tooltipProperties\\":[\\"publishedAt\\"   | \\"tooltipProperties\\":[\\"published\\" | no field «published»
          \\"sum_of_messages\\"                        | \\"sum_of_posts\\"                   | which it does not count
          \\"type\\":\\"ES_GEO_GRID\\"                 | \\"type\\":\\"EMS_TMS\\"             | need no other service
          \\"x\\":8,\\"y\\":3                          | \\"x\\":4,\\"y\\":3                  | lies over the panel
          \\"x\\":40,\\"y\\":3                         | \\"x\\":41,\\"y\\":3                 | outside of the grid
          \\"panelIndex\\":\\"urgent\\"                | \\"panelIndex\\":\\"unplaced\\"      | is there twice
          "id":"otklik-lens-shift-matrix","attributes" | "id":"otklik-lens-shift-grid","attributes" | needs lens/otklik-lens-shift-matrix
          "name":"indexpattern-datasource-layer-bursts" | "name":"indexpattern-datasource-layer-b" | has no reference
          "type":"dashboard","id":"otklik-dashboard-block"} | "type":"dashboard","id":"otklik-dashboard-lead"} | needs dashboard/otklik-dashboard-lead
          "valueAccessor":"messages"                   | "valueAccessor":"posts"              | draws
          "orderBy":{"type":"column","columnId":"messages"} | "orderBy":{"type":"column","columnId":"m"} | is ordered by the column
          "timeRestore":true,                          | "timeRestore":true,"colour":"red",   | no attribute «colour»
          "typeMigrationVersion":"8.9.0"               | "typeMigrationVersion":"9.9.0"       | typeMigrationVersion
          "managed":false                              | "managed":true                       | is managed
          """)
  void faultsAreFound(String from, String to, String fault) throws Exception {
    assertThat(String.join("\n", SavedObjectFaults.of(changed(from, to), TEMPLATES)))
        .contains(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "theme:",
        "theme: (a or",
        "(theme: a",
        "theme: a b: c",
        ": a",
        "theme: \"a",
        "theme"
      })
  void brokenQueriesAreFound(String query) {
    assertThat(Stream.of(query).filter(DashboardFilesTest::isQuery)).isEmpty();
  }

  @Test
  void queriesAreTakenApart() {
    assertThat(Kql.terms("not (a: \"x y\" or b >= 2) and c: (d or e) and f.g: *"))
        .containsExactly(
            new Kql.Term("a", ":", "x y"),
            new Kql.Term("b", ">=", "2"),
            new Kql.Term("c", ":", "d"),
            new Kql.Term("c", ":", "e"),
            new Kql.Term("f.g", ":", "*"));
  }

  /** Whoever renames one leaves the old one behind in every Kibana, and breaks links to it. */
  @Test
  void idsStayWhatTheyWere() throws Exception {
    assertThat(files().all())
        .filteredOn(object -> List.of("index-pattern", "dashboard").contains(object.type()))
        .extracting(SavedObject::id)
        .containsExactlyInAnyOrder(
            "otklik-dashboard-shift",
            "otklik-dashboard-block",
            "otklik-dashboard-rumours",
            "otklik-data-view-posts",
            "otklik-data-view-heat",
            "otklik-data-view-heat-daily",
            "otklik-data-view-heat-hexagons",
            "otklik-data-view-claims",
            "otklik-data-view-alerts");
  }

  @ParameterizedTest
  @CsvSource({
    "posts,theme",
    "posts,modelTheme",
    "posts,themes.id",
    "posts,raised",
    "heat,theme",
    "heat-daily,theme",
    "heat-hexagons,theme",
    "alerts,theme"
  })
  void everyThemeHasItsNameFromTheTaxonomy(String index, String field) throws Exception {
    Map<String, String> names = new LinkedHashMap<>();
    for (JsonNode theme : taxonomy()) {
      names.put(theme.path("id").asText(), theme.path("name").asText());
    }

    assertThat(words(index, field)).isEqualTo(names);
  }

  @Test
  void everyCategoryHasItsNameFromTheTaxonomy() throws Exception {
    Map<String, String> names = new LinkedHashMap<>();
    for (JsonNode theme : taxonomy()) {
      for (JsonNode category : theme.path("categories")) {
        String name = category.path("name").asText();
        names.put(
            category.path("id").asText(),
            name.equals("прочее") ? theme.path("name").asText() + ": прочее" : name);
      }
    }

    assertThat(words("posts", "category")).isEqualTo(names);
  }

  @Test
  void everySignalHasItsWords() throws Exception {
    Map<String, String> explanations = new LinkedHashMap<>();
    for (SignalCode code : SignalCode.values()) {
      explanations.put(code.code(), code.explanation());
    }

    assertThat(words("posts", "signals.code")).isEqualTo(explanations);
  }

  @Test
  void everyKindOfMatchHasItsWords() throws Exception {
    Map<String, String> names = new LinkedHashMap<>();
    for (MatchKind kind : MatchKind.values()) {
      names.put(kind.code(), kind.russianName());
    }

    assertThat(words("posts", "matchKind")).isEqualTo(names);
  }

  @Test
  void everyCodeThatStaffSeeHasRussianWords() throws Exception {
    assertThat(words("posts", "reviewState")).containsOnlyKeys(Review.STATES);
    assertThat(words("posts", "kind"))
        .containsOnlyKeys(Arrays.stream(PostKind.values()).map(PostKind::code).toList());
    assertThat(words("posts", "urgency")).containsOnlyKeys("0", "1", "2", "3");
    assertThat(words("posts", "urgencyReasons"))
        .containsOnlyKeys("life-and-health", "accident", "vulnerable-people", "repeated-appeal");
    assertThat(words("posts", "type"))
        .containsOnlyKeys("problem", "question", "suggestion", "gratitude", "information", "noise");
    assertThat(words("alerts", "kind")).containsOnlyKeys(AlertEvent.KINDS);
    assertThat(words("alerts", "severity")).containsOnlyKeys("1", "2", "3");
    assertThat(words("alerts", "state"))
        .containsOnlyKeys(
            "waiting", "delivered", "dead-lettered", "throttled", "unrouted", "disabled");
    assertThat(words("claims", "kind")).containsOnlyKeys("claim", "narrative");
  }

  @Test
  void everyFieldHasARussianName() throws Exception {
    for (SavedObject view : files().all()) {
      if (!view.type().equals(SavedObject.DATA_VIEW)) {
        continue;
      }
      String index = view.body().at("/attributes/title").asText();
      JsonNode labels = SavedObjectFaults.embedded(view.body().path("attributes"), "fieldAttrs");
      for (String field : TEMPLATES.of(index).keySet()) {
        if (!field.equals("author")) {
          assertThat(labels.at("/" + field + "/customLabel").asText())
              .as(index + "." + field)
              .matches("(?U).*\\p{IsCyrillic}.*");
        }
      }
      assertThat(view.title()).startsWith("Отклик: ");
    }
  }

  @Test
  void nothingShowsOrCountsAuthors() throws Exception {
    assertThat(SavedObjectFaults.uses(files(), TEMPLATES))
        .filteredOn(use -> use.field().startsWith("author"))
        .extracting(FieldUse::where)
        .containsExactly("otklik-data-view-posts, sourceFilters");
  }

  @Test
  void wordsAreOfSuspicionNotOfVerdict() throws Exception {
    for (SavedObject object : files().all()) {
      if (!object.type().equals(SavedObject.DATA_VIEW)) {
        assertThat(object.body().toString().toLowerCase(java.util.Locale.ROOT))
            .as(object.id())
            .doesNotContain("фейк", "ложь", "ложн", "недостоверн", "дезинформ", "враньё", "вброс");
      }
    }
    assertThat(words("posts", "reviewState"))
        .containsEntry("suspected", "возможный слух, нужна проверка");
  }

  private static SavedObjects files() throws Exception {
    return SavedObjects.load(CONFIGURATION.resolve("kibana"));
  }

  private SavedObjects changed(String from, String to) throws Exception {
    String text = files().ndjson();
    assertThat(text).contains(from);
    Files.writeString(
        folder.resolve("changed.ndjson"), text.replace(from, to), StandardCharsets.UTF_8);
    return SavedObjects.load(folder);
  }

  private static boolean isQuery(String text) {
    try {
      Kql.terms(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<JsonNode> taxonomy() throws Exception {
    List<JsonNode> themes = new ArrayList<>();
    new YAMLMapper()
        .readTree(CONFIGURATION.resolve("taxonomy.yaml").toFile())
        .path("themes")
        .forEach(themes::add);
    assertThat(themes).hasSizeGreaterThan(20);
    return themes;
  }

  private static Map<String, String> words(String index, String field) throws Exception {
    Map<String, String> words = new LinkedHashMap<>();
    for (SavedObject object : files().all()) {
      if (object.id().equals("otklik-data-view-" + index)) {
        JsonNode format =
            SavedObjectFaults.embedded(object.body().path("attributes"), "fieldFormatMap")
                .path(field);
        assertThat(format.path("id").asText()).isEqualTo("static_lookup");
        for (JsonNode entry : format.at("/params/lookupEntries")) {
          words.put(entry.path("key").asText(), entry.path("value").asText());
        }
      }
    }
    return words;
  }
}
