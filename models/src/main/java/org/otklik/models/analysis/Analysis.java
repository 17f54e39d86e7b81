package org.otklik.models.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.otklik.models.misinformation.Misinformation;
import org.otklik.models.place.Place;
import org.otklik.models.topic.ThemeScore;

/**
 * What the models say of one post. A part whose model does not exist yet is null.
 *
 * @param theme id of the best theme
 * @param themeScore its probability, 0 to 1
 * @param themes the best three themes, best first
 * @param category id of the category of problems within the theme
 * @param categoryScore its probability, 0 to 1
 * @param type problem, question, suggestion, gratitude, information or noise
 * @param typeScore its probability, 0 to 1
 * @param language BCP 47 tag of the text's language: {@code ru}, {@code und-Cyrl} (another one in
 *     Cyrillic letters), {@code und}
 * @param lemmas the text's words in their dictionary forms, in order, separated by spaces
 * @param place where the problem is
 * @param certain whether the theme may be trusted without a person's look
 * @param raised themes of all problems in the message, the main one first, three at most
 * @param themeWords the words that decided for the best theme and against the second, strongest
 *     first
 * @param urgency 0 (none) to 3 (life or health in danger)
 * @param urgencyReasons why: {@code life-and-health}, {@code accident}, {@code vulnerable-people},
 *     {@code repeated-appeal}
 * @param urgencyWords the words that said so
 * @param misinformation whether a person should look at it as a possible rumour, and why; null
 *     before it has been examined
 */
public record Analysis(
    String theme,
    double themeScore,
    List<ThemeScore> themes,
    @Nullable String category,
    @Nullable Double categoryScore,
    @Nullable String type,
    @Nullable Double typeScore,
    @Nullable String language,
    String lemmas,
    Place place,
    boolean certain,
    List<String> raised,
    List<String> themeWords,
    int urgency,
    List<String> urgencyReasons,
    List<String> urgencyWords,
    @Nullable Misinformation misinformation) {

  /** An analysis that knows no more than theme and place. */
  public Analysis(
      String theme,
      double themeScore,
      List<ThemeScore> themes,
      @Nullable String category,
      @Nullable Double categoryScore,
      @Nullable String type,
      @Nullable Double typeScore,
      @Nullable String language,
      String lemmas,
      Place place) {
    this(
        theme,
        themeScore,
        themes,
        category,
        categoryScore,
        type,
        typeScore,
        language,
        lemmas,
        place,
        false,
        List.of(theme),
        List.of(),
        0,
        List.of(),
        List.of(),
        null);
  }

  /** The same with what was found when the post was examined for rumours. */
  public Analysis withMisinformation(@Nullable Misinformation found) {
    return new Analysis(
        theme,
        themeScore,
        themes,
        category,
        categoryScore,
        type,
        typeScore,
        language,
        lemmas,
        place,
        certain,
        raised,
        themeWords,
        urgency,
        urgencyReasons,
        urgencyWords,
        found);
  }

  /** The same, at another place. */
  public Analysis withPlace(Place other) {
    return new Analysis(
        theme,
        themeScore,
        themes,
        category,
        categoryScore,
        type,
        typeScore,
        language,
        lemmas,
        other,
        certain,
        raised,
        themeWords,
        urgency,
        urgencyReasons,
        urgencyWords,
        misinformation);
  }
}
