package org.otklik.models.bursts;

import java.io.Serializable;

/**
 * What is believed before anything has been counted. Gamma distributions: a shape is worth so many
 * messages of evidence.
 *
 * @param themePerWeek messages of one theme in the whole region and a week; worth one week
 * @param cycleMessages how many messages of a theme in one hour of the day, and in one day of the
 *     week, weigh as much as the belief that all hours and days are alike
 * @param placeShape how alike the municipalities are: the shape of a municipality's rate around an
 *     equal share of its theme; small values let it go its own way after a few messages
 * @param windowShape the same for a municipality's own hours of the week around its rate and the
 *     theme's daily and weekly cycle; times the square of the weeks counted, at least 1 in all
 * @param liveliness variance of counts beyond pure chance, relative to their mean: messages answer
 *     one another, so that they come in groups
 * @param overdispersion variance of the mean from one day to the next beyond what is known,
 *     relative to the mean's square
 */
public record BurstPrior(
    double themePerWeek,
    double cycleMessages,
    double placeShape,
    double windowShape,
    double liveliness,
    double overdispersion)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
