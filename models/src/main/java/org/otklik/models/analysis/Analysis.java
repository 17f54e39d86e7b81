package org.otklik.models.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param language ISO 639-1 code of the text's language
 * @param lemmas the text's words in their dictionary forms, in order, separated by spaces
 * @param place where the problem is
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
    Place place) {}
