package org.otklik.models.bursts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * What the past weeks say of one theme in a region: how much, in which municipalities, at which
 * hours of the day and days of the week.
 *
 * <p>The expectation for a window of a municipality comes in three steps, each an empirical-Bayes
 * estimate: counts are Poisson, their rate has a gamma prior, so the posterior mean is {@code
 * (shape + messages) / (shape / priorMean + exposure)} (Gelman and others, Bayesian Data Analysis,
 * 3rd edition, section 2.6; for disease counts Clayton and Kaldor, Biometrics 43, 1987).
 *
 * <ol>
 *   <li>The theme's rate in the region, and its cycle: hour of the day times day of the week,
 *       pooled over all municipalities and drawn towards «all alike».
 *   <li>The municipality's rate λ, drawn towards an equal share of the theme's.
 *   <li>The window itself: λ times the cycle gives μ₀; the municipality's own messages n in the
 *       same hours of the past K whole weeks (four at most) draw it towards its own habit: {@code
 *       (shape + n) / (shape / μ₀ + K)}. The shape grows with the square of the weeks counted: in
 *       the first week neither the cycle nor the rate is known well.
 * </ol>
 *
 * <p>The count that follows is not Poisson but negative binomial, since the mean is not known
 * exactly: the posterior's size is {@code shape + n}. Real counts are livelier still: people answer
 * one another, and days differ. Variances add, so {@code 1 / size = 1 / (shape + n) +
 * overdispersion + liveliness / mean}. (Negative binomial tails for outbreaks of disease: Noufaily
 * and others, Statistics in Medicine 32, 2013.)
 */
public final class ThemeHistory {
  /** Weeks that are looked back on. */
  public static final int WEEKS = 4;

  private static final int HOURS_OF_DAY = 24;
  private static final int DAYS_OF_WEEK = 7;

  /** Hours of a week. */
  public static final int HOURS_OF_WEEK = HOURS_OF_DAY * DAYS_OF_WEEK;

  private final Map<String, HourlyCounts> byPlace;
  private final int places;
  private final long begin;
  private final long end;
  private final int zoneShift;
  private final BurstPrior prior;
  private final double[] hourFactor = new double[HOURS_OF_DAY];
  private final double[] dayFactor = new double[DAYS_OF_WEEK];
  private final double exposure;
  private final double themeRate;

  /**
   * @param byPlace the theme's messages by municipality
   * @param places how many places the theme's messages may come from
   * @param beginning since when messages of the region are counted
   * @param end the first instant that is no longer past
   * @param zone the region's zone, whose hours and days they are
   * @param prior what is believed before anything has been counted
   */
  public ThemeHistory(
      Map<String, HourlyCounts> byPlace,
      int places,
      Instant beginning,
      Instant end,
      ZoneId zone,
      BurstPrior prior) {
    this.byPlace = byPlace;
    this.places = places;
    this.prior = prior;
    this.end = HourlyCounts.hour(end.toEpochMilli());
    this.begin =
        Math.max(
            HourlyCounts.hour(beginning.toEpochMilli()), this.end - (long) WEEKS * HOURS_OF_WEEK);
    this.zoneShift = shift(end.atZone(zone));
    double messages = learnCycle();
    this.exposure = exposure();
    this.themeRate = (prior.themePerWeek() + messages) / (HOURS_OF_WEEK + exposure);
  }

  /** So that hours since 1970 become hours since a Monday's midnight in the region's zone. */
  private static int shift(ZonedDateTime at) {
    long hour = HourlyCounts.hour(at.toInstant().toEpochMilli());
    long ofWeek = (at.getDayOfWeek().getValue() - 1L) * HOURS_OF_DAY + at.getHour();
    return Math.floorMod(ofWeek - hour, HOURS_OF_WEEK);
  }

  /** Learns the cycle, and returns the theme's messages. */
  private double learnCycle() {
    double[] ofHour = new double[HOURS_OF_DAY];
    double[] ofDay = new double[DAYS_OF_WEEK];
    double sum = 0;
    for (HourlyCounts counts : byPlace.values()) {
      for (Map.Entry<Long, Integer> entry : counts.byHour().entrySet()) {
        if (entry.getKey() >= begin && entry.getKey() < end) {
          int hourOfWeek = hourOfWeek(entry.getKey());
          ofHour[hourOfWeek % HOURS_OF_DAY] += entry.getValue();
          ofDay[hourOfWeek / HOURS_OF_DAY] += entry.getValue();
          sum += entry.getValue();
        }
      }
    }
    double[] hoursOfHour = new double[HOURS_OF_DAY];
    double[] hoursOfDay = new double[DAYS_OF_WEEK];
    for (long hour = begin; hour < end; hour++) {
      int hourOfWeek = hourOfWeek(hour);
      hoursOfHour[hourOfWeek % HOURS_OF_DAY]++;
      hoursOfDay[hourOfWeek / HOURS_OF_DAY]++;
    }
    double perHour = sum / Math.max(1, end - begin);
    learn(hourFactor, ofHour, hoursOfHour, perHour);
    learn(dayFactor, ofDay, hoursOfDay, perHour);
    return sum;
  }

  /** Factors whose mean is 1. */
  private void learn(double[] factor, double[] messages, double[] hours, double perHour) {
    double sum = 0;
    for (int i = 0; i < factor.length; i++) {
      factor[i] =
          (prior.cycleMessages() + messages[i]) / (prior.cycleMessages() + hours[i] * perHour);
      sum += factor[i];
    }
    for (int i = 0; i < factor.length; i++) {
      factor[i] *= factor.length / sum;
    }
  }

  private double exposure() {
    double sum = 0;
    for (long hour = begin; hour < end; hour++) {
      sum += cycle(hour);
    }
    return sum;
  }

  private int hourOfWeek(long hour) {
    return Math.floorMod(hour + zoneShift, HOURS_OF_WEEK);
  }

  private double cycle(long hour) {
    int hourOfWeek = hourOfWeek(hour);
    return hourFactor[hourOfWeek % HOURS_OF_DAY] * dayFactor[hourOfWeek / HOURS_OF_DAY];
  }

  /**
   * What a window of a municipality may be expected to hold.
   *
   * @param place the municipality, as in the map of counts
   * @param from begin of the window, in milliseconds since 1970; hours that it holds only a part of
   *     count in part
   * @param to its end
   */
  public Expectation expected(String place, long from, long to) {
    HourlyCounts own = byPlace.getOrDefault(place, HourlyCounts.NONE);
    double messages = 0;
    for (Map.Entry<Long, Integer> entry : own.byHour().entrySet()) {
      if (entry.getKey() >= begin && entry.getKey() < end) {
        messages += entry.getValue();
      }
    }
    double rate =
        (prior.placeShape() + messages) / (prior.placeShape() * places / themeRate + exposure);
    double cycle = 0;
    for (long hour = HourlyCounts.hour(from); hour * HourlyCounts.HOUR_MILLIS < to; hour++) {
      cycle += part(hour, from, to) * cycle(hour);
    }
    double same = 0;
    int weeks = weeks(from);
    for (int week = 1; week <= weeks; week++) {
      same += weeksAgo(week, own, from, to);
    }
    double weeksCounted = (double) (end - begin) / HOURS_OF_WEEK;
    double trust = Math.max(1, prior.windowShape() * weeksCounted * weeksCounted);
    double shape = trust + same;
    double mean = shape / (trust / (rate * cycle) + weeks);
    return new Expectation(
        mean, 1 / (1 / shape + prior.overdispersion() + prior.liveliness() / mean));
  }

  /**
   * The most messages that a municipality has had in the same hours of one of the past four weeks:
   * what comes every Monday is no burst, however seldom other messages are. Hours that the window
   * holds only a part of count whole, since it is not known when in the hour messages came.
   */
  public double mostInSameHours(String place, long from, long to) {
    HourlyCounts own = byPlace.getOrDefault(place, HourlyCounts.NONE);
    long first = HourlyCounts.hour(from) * HourlyCounts.HOUR_MILLIS;
    long last = (HourlyCounts.hour(to - 1) + 1) * HourlyCounts.HOUR_MILLIS;
    double most = 0;
    for (int week = 1; week <= weeks(from); week++) {
      most = Math.max(most, weeksAgo(week, own, first, last));
    }
    return most;
  }

  /** Whole weeks that are known before a window, four at most. */
  private int weeks(long from) {
    return (int) Math.min(WEEKS, Math.max(0, (HourlyCounts.hour(from) - begin) / HOURS_OF_WEEK));
  }

  private static double weeksAgo(int week, HourlyCounts own, long from, long to) {
    double messages = 0;
    for (long hour = HourlyCounts.hour(from); hour * HourlyCounts.HOUR_MILLIS < to; hour++) {
      messages += part(hour, from, to) * own.at(hour - (long) week * HOURS_OF_WEEK);
    }
    return messages;
  }

  /** How much of an hour lies in a window, 0 to 1. */
  private static double part(long hour, long from, long to) {
    long begins = Math.max(from, hour * HourlyCounts.HOUR_MILLIS);
    long ends = Math.min(to, (hour + 1) * HourlyCounts.HOUR_MILLIS);
    return (double) (ends - begins) / HourlyCounts.HOUR_MILLIS;
  }
}
