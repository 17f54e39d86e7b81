package org.otklik.jobs.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.jobs.CollectingSink;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.jobs.TestPosts;
import org.otklik.models.analysis.Analysis;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.Correction;
import org.otklik.models.place.HexCells;
import org.otklik.models.place.Place;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;

/**
 * However late posts come, and however often they are corrected, the cells end as if each post's
 * last version had been counted in one go.
 */
class HeatRecomputationTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Sakhalin");
  private static final int POSTS = 600;
  private static final int WEEKS = 6;
  private static final List<String> THEMES = List.of("roads", "energy");
  private static final List<Place> PLACES =
      List.of(
          Place.UNKNOWN,
          place("Холмский", 47.05, 142.05, Place.SETTLEMENT_POINT),
          place("Холмский", 47.3, 142.1, Place.OWN_POINT),
          place("Корсаковский", 46.6, 142.8, Place.MUNICIPALITY_POINT));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void cellsOfAllGrainsEqualARecomputation(long seed) throws Exception {
    List<AnalyzedPost> versions = randomVersions(new Random(seed));
    CollectingSink<Document> documents = new CollectingSink<>();
    InMemoryJob.run(
        documents,
        new CollectingSink<>(),
        List.of(),
        List.of(),
        versions.toArray(AnalyzedPost[]::new));

    Map<String, String> indexed = new TreeMap<>();
    for (String index : List.of("heat", "heat-daily", "heat-hexagons")) {
      for (JsonNode cell : InMemoryJob.latest(documents, index).values()) {
        if (cell.path("messages").asInt() != 0) {
          indexed.put(name(index, cell), figures(cell));
        }
      }
    }
    assertThat(indexed).containsExactlyInAnyOrderEntriesOf(recomputed(lastVersions(versions)));
  }

  private static String name(String index, JsonNode cell) {
    String place = cell.path(index.equals("heat-hexagons") ? "cell" : "municipality").asText(null);
    return index
        + " "
        + place
        + " "
        + cell.path("theme").asText()
        + " "
        + cell.path(index.equals("heat") ? "hour" : "day").asText();
  }

  private static String figures(JsonNode cell) {
    ObjectNode figures = Json.mapper().createObjectNode();
    for (String field :
        List.of("messages", "problems", "urgent", "review", "communities", "usual", "delta")) {
      if (cell.has(field)) {
        figures.set(field, cell.get(field));
      }
    }
    return figures.toString();
  }

  private static List<AnalyzedPost> randomVersions(Random random) {
    List<AnalyzedPost> versions = new ArrayList<>();
    for (int i = 0; i < POSTS; i++) {
      // Some are of one hour and weekday, so that cells have neighbours in other weeks.
      long minutes =
          random.nextBoolean()
              ? random.nextInt(WEEKS) * 7L * 24 * 60 + random.nextInt(60)
              : random.nextInt(WEEKS * 7 * 24 * 60);
      Instant publishedAt = TestPosts.NOON.plus(minutes, ChronoUnit.MINUTES);
      for (int version = 1; version <= 1 + random.nextInt(3); version++) {
        versions.add(version(random, "post-" + i, publishedAt, version));
      }
    }
    for (int i = 0; i < POSTS / 2; i++) { // some come far too late, and copies again
      Collections.swap(versions, random.nextInt(versions.size()), random.nextInt(versions.size()));
      versions.add(versions.get(random.nextInt(versions.size())));
    }
    return versions;
  }

  private static AnalyzedPost version(Random random, String id, Instant publishedAt, int version) {
    Post post = TestPosts.post(id, "текст", PostKind.POST, publishedAt, version);
    Post there =
        new Post(
            post.id(),
            post.channel(),
            post.nativeId(),
            post.kind(),
            post.text(),
            random.nextInt(4) == 0 ? null : "-" + random.nextInt(3),
            null,
            null,
            post.publishedAt(),
            null,
            post.version(),
            null,
            null,
            null,
            null,
            Map.of());
    Analysis plain = TestPosts.analyzed(post, THEMES.get(random.nextInt(2)), null).analysis();
    Analysis analysis =
        new Analysis(
            plain.theme(),
            plain.themeScore(),
            plain.themes(),
            null,
            null,
            random.nextBoolean() ? "problem" : "question",
            0.9,
            "ru",
            plain.lemmas(),
            PLACES.get(random.nextInt(PLACES.size())),
            true,
            plain.raised(),
            List.of(),
            random.nextInt(4),
            List.of(),
            List.of(),
            random.nextInt(3) == 0 ? TestPosts.suspicion(null) : null);
    Correction correction =
        random.nextInt(5) == 0
            ? new Correction(THEMES.get(random.nextInt(2)), "duty", publishedAt)
            : null;
    return new AnalyzedPost(there, analysis, correction, null, null);
  }

  private static Place place(String municipality, double latitude, double longitude, String point) {
    return new Place(
        municipality,
        null,
        null,
        null,
        "settlement",
        latitude,
        longitude,
        point,
        "text",
        List.of(),
        0.9,
        List.of());
  }

  private static Collection<AnalyzedPost> lastVersions(List<AnalyzedPost> versions) {
    Map<String, AnalyzedPost> last = new HashMap<>();
    for (AnalyzedPost version : versions) {
      last.merge(
          version.post().id(),
          version,
          (one, other) -> one.post().version() >= other.post().version() ? one : other);
    }
    return last.values();
  }

  /** The plain way: group, count, look a week back. */
  private static Map<String, String> recomputed(Collection<AnalyzedPost> posts) {
    HexCells hexagons = new HexCells();
    Map<String, List<AnalyzedPost>> cells = new TreeMap<>();
    Map<LocalDate, Integer> perDay = new HashMap<>();
    for (AnalyzedPost post : posts) {
      Instant at = post.post().publishedAt();
      LocalDate date = at.atZone(ZONE).toLocalDate();
      perDay.merge(date, 1, Integer::sum);
      Place place = post.analysis().place();
      String theme = post.theme();
      Instant day = date.atStartOfDay(ZONE).toInstant();
      Stream<String> names =
          Stream.of(
              key("heat", place.municipality(), theme, at.truncatedTo(ChronoUnit.HOURS)),
              key("heat-daily", place.municipality(), theme, day));
      if (HexCells.fits(place)) {
        names =
            Stream.concat(
                names,
                Stream.of(5, 7)
                    .map(r -> hexagons.at(place.latitude(), place.longitude(), r))
                    .map(hexagon -> key("heat-hexagons", hexagon, theme, day)));
      }
      names.forEach(name -> cells.computeIfAbsent(name, unused -> new ArrayList<>()).add(post));
    }
    Instant beginning =
        perDay.entrySet().stream()
            .filter(day -> day.getValue() >= 10)
            .map(day -> day.getKey().atStartOfDay(ZONE).toInstant())
            .min(Instant::compareTo)
            .orElseThrow();
    Map<String, String> figures = new TreeMap<>();
    cells.forEach((name, in) -> figures.put(name, figures(name, in, cells, beginning)));
    return figures;
  }

  private static String key(String index, String place, String theme, Instant start) {
    return index + " " + place + " " + theme + " " + start;
  }

  private static String figures(
      String name,
      List<AnalyzedPost> in,
      Map<String, List<AnalyzedPost>> cells,
      Instant beginning) {
    ObjectNode figures = Json.mapper().createObjectNode();
    figures.put("messages", in.size());
    figures.put("problems", count(in, post -> "problem".equals(post.analysis().type())));
    figures.put("urgent", count(in, post -> post.analysis().urgency() >= 2));
    figures.put("review", count(in, post -> post.analysis().misinformation() != null));
    if (name.startsWith("heat-hexagons")) {
      return figures.toString();
    }
    Set<String> communities = new TreeSet<>();
    in.stream()
        .map(post -> post.post().communityId())
        .filter(id -> id != null)
        .forEach(communities::add);
    figures.put("communities", communities.size());
    int space = name.lastIndexOf(' ');
    Instant start = Instant.parse(name.substring(space + 1));
    long weeks = Math.min(4, Duration.between(beginning, start).toDays() / 7);
    if (weeks > 0) {
      int past = 0;
      for (int week = 1; week <= weeks; week++) {
        Instant earlier = start.minus(7L * week, ChronoUnit.DAYS);
        past += cells.getOrDefault(name.substring(0, space + 1) + earlier, List.of()).size();
      }
      figures.put("usual", (double) past / weeks);
      figures.put("delta", in.size() - (double) past / weeks);
    }
    return figures.toString();
  }

  private static int count(
      List<AnalyzedPost> posts, java.util.function.Predicate<AnalyzedPost> which) {
    return (int) posts.stream().filter(which).count();
  }
}
