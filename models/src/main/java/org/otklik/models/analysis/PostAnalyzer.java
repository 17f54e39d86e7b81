package org.otklik.models.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.otklik.models.place.Place;
import org.otklik.models.place.PlaceQuery;
import org.otklik.models.place.PlaceResolver;
import org.otklik.models.post.Post;
import org.otklik.models.region.Region;
import org.otklik.models.text.LanguageGuess;
import org.otklik.models.text.PersonalDataMasker;
import org.otklik.models.text.Token;
import org.otklik.models.topic.CategoryClassifier;
import org.otklik.models.topic.MessageReader;
import org.otklik.models.topic.ThemeClassifier;
import org.otklik.models.topic.ThemeScore;
import org.otklik.models.topic.TypeClassifier;
import org.otklik.models.topic.Understanding;
import org.otklik.models.topic.UrgencyDetector;
import org.otklik.models.topic.WordWeight;

/**
 * From a post to what is known about it. The steps, in their order:
 *
 * <pre>
 * text → mask personal data → understand the words (see {@link MessageReader})
 *      → place (names in the text, the source's own columns, the post's point, the community's home)
 * </pre>
 *
 * Not safe for use by several threads at once: each has its own.
 */
public final class PostAnalyzer {
  private static final int THEMES_KEPT = 3;

  private final Region region;
  private final MessageReader reader;
  private final PlaceResolver places;

  /**
   * @param region the region whose communities and municipalities are known
   * @param themes finds the theme
   * @param places finds the place
   */
  public PostAnalyzer(Region region, ThemeClassifier themes, PlaceResolver places) {
    this(
        region,
        new MessageReader(
            themes, CategoryClassifier.load(), TypeClassifier.load(), UrgencyDetector.load()),
        places);
  }

  /**
   * @param region the region whose communities and municipalities are known
   * @param reader understands the text
   * @param places finds the place
   */
  public PostAnalyzer(Region region, MessageReader reader, PlaceResolver places) {
    this.region = region;
    this.reader = reader;
    this.places = places;
  }

  /** The post with its personal data masked, and what the models say of it. */
  public AnalyzedPost analyze(Post post) {
    String masked = PersonalDataMasker.mask(post.text());
    Understanding understood = reader.read(masked);
    ThemeScore best = understood.themes().get(0);
    Place place = withinRegion(places.resolve(placeQuery(post, masked)));
    Analysis analysis =
        new Analysis(
            best.id(),
            best.score(),
            new ArrayList<>(
                understood.themes().subList(0, Math.min(THEMES_KEPT, understood.themes().size()))),
            understood.category().id(),
            understood.category().score(),
            understood.type().id(),
            understood.type().score(),
            understood.language(),
            lemmas(understood.tokens()),
            place,
            best.score() >= ThemeClassifier.CERTAIN
                && understood.language().equals(LanguageGuess.RUSSIAN),
            new ArrayList<>(understood.raised()),
            new ArrayList<>(understood.words().stream().map(WordWeight::word).toList()),
            understood.urgency().level(),
            new ArrayList<>(understood.urgency().reasons()),
            new ArrayList<>(understood.urgency().words()),
            null);
    return AnalyzedPost.of(post.withText(masked), analysis);
  }

  private PlaceQuery placeQuery(Post post, String text) {
    return new PlaceQuery(
        text,
        communityHome(post),
        stated(post, "Муниципалитет"),
        stated(post, "Населенный пункт"),
        stated(post, "Улица"),
        stated(post, "Дом"),
        post.latitude(),
        post.longitude());
  }

  /** The gazetteer may know more than the centre answers for: a city's centre uses its region's. */
  private Place withinRegion(Place place) {
    boolean foreign =
        place.municipality() != null && region.municipality(place.municipality()).isEmpty();
    return foreign ? place.outside() : place;
  }

  /**
   * The home that the region's file states; for a community that it does not know, the place in the
   * community's name; in a region of one municipality that one.
   */
  private @Nullable String communityHome(Post post) {
    String home = null;
    if (region.knowsCommunity(post.channel(), post.communityId(), post.communityName())) {
      home = region.communityHome(post.channel(), post.communityId(), post.communityName());
    } else if (post.communityName() != null) {
      home = places.homeOf(post.communityName()).orElse(null);
    }
    return home == null && region.municipalities().size() == 1
        ? region.municipalities().get(0).name()
        : home;
  }

  /** A column that «Инцидент Менеджмент» fills by hand. */
  private static @Nullable String stated(Post post, String field) {
    return post.sourceFields().get(field);
  }

  private static String lemmas(List<Token> tokens) {
    StringJoiner lemmas = new StringJoiner(" ");
    for (Token token : tokens) {
      lemmas.add(token.lemma());
    }
    return lemmas.toString();
  }
}
