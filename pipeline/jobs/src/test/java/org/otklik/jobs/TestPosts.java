package org.otklik.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.spread.SpreadAfterRefutation;
import org.otklik.jobs.spread.SpreadRules;
import org.otklik.jobs.spread.SuddenSpread;
import org.otklik.models.analysis.Analysis;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.misinformation.Misinformation;
import org.otklik.models.misinformation.Signal;
import org.otklik.models.place.Place;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostId;
import org.otklik.models.post.PostKind;
import org.otklik.models.topic.ThemeScore;

/** Posts for tests: everything that a test does not care about has a plausible value. */
public final class TestPosts {
  public static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");
  public static final Instant ONE_MINUTE_LATER = NOON.plusSeconds(60);
  public static final Instant TWO_HOURS_LATER = NOON.plusSeconds(7_200);

  /** Six posts in four communities within six hours; or three in two after the refutation. */
  public static final SpreadRules SPREAD =
      new SpreadRules(new SuddenSpread(6, 4, 6), new SpreadAfterRefutation(3, 2));

  private TestPosts() {}

  public static Post post(String nativeId, String text) {
    return post(nativeId, text, PostKind.POST, NOON, NOON.toEpochMilli());
  }

  public static Post post(
      String nativeId, String text, PostKind kind, Instant publishedAt, long version) {
    return new Post(
        PostId.of("vk", nativeId),
        "vk",
        nativeId,
        kind,
        text,
        "-990000003",
        "Холмск онлайн",
        "0123456789abcdef01234567",
        publishedAt,
        null,
        version,
        null,
        null,
        null,
        "https://vk.com/wall" + nativeId,
        Map.of("marked_as_ads", "1"));
  }

  /** A claim of the register, refuted on the day of the tests. */
  public static Claim claim(String id, String sentence) {
    return new Claim(
        id,
        sentence,
        List.of(),
        "Это не так (пример)",
        "",
        "ведомство (пример)",
        null,
        "2026-03-15",
        null,
        null,
        List.of(),
        null);
  }

  /** What the models say of a post that repeats a claim. */
  public static Misinformation suspicion(@Nullable String claimId) {
    return new Misinformation(
        true,
        0.9,
        claimId,
        claimId == null ? null : "copy",
        List.of(new Signal("vague-source", 1.5, List.of("знакомая сказала"))));
  }

  public static AnalyzedPost analyzed(Post post, String theme, @Nullable String municipality) {
    Place place =
        municipality == null
            ? Place.UNKNOWN
            : new Place(
                municipality,
                null,
                null,
                null,
                "municipality",
                47.05,
                142.05,
                Place.MUNICIPALITY_POINT,
                "text",
                List.of("холмске"),
                0.9,
                List.of(new Place.Alternative("Невельский", "Невельск", 0.1, List.of("невельск"))));
    return analyzed(post, theme, place);
  }

  /** A post at a known settlement. */
  public static AnalyzedPost inHolmsk(Post post) {
    return analyzed(
        post,
        "roads",
        new Place(
            "Холмский",
            "Холмск",
            "Советская",
            null,
            "street",
            47.05,
            142.05,
            Place.SETTLEMENT_POINT,
            "text",
            List.of("холмске"),
            0.9,
            List.of()));
  }

  /** A post that is urgent for these reasons. */
  public static AnalyzedPost urgent(AnalyzedPost analyzed, int urgency, String... reasons) {
    Analysis analysis = analyzed.analysis();
    return AnalyzedPost.of(
        analyzed.post(),
        new Analysis(
            analysis.theme(),
            analysis.themeScore(),
            analysis.themes(),
            null,
            null,
            null,
            null,
            null,
            analysis.lemmas(),
            analysis.place(),
            true,
            analysis.raised(),
            List.of(),
            urgency,
            List.of(reasons),
            List.of("под напряжением"),
            null));
  }

  private static AnalyzedPost analyzed(Post post, String theme, Place place) {
    return AnalyzedPost.of(
        post,
        new Analysis(
            theme,
            0.8,
            List.of(new ThemeScore(theme, 0.8), new ThemeScore("other", 0.2)),
            null,
            null,
            null,
            null,
            null,
            "яма дорога",
            place));
  }
}
