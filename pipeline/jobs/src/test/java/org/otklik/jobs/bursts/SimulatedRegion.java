package org.otklik.jobs.bursts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Standing;
import org.otklik.models.region.Region;

/**
 * A region whose messages are drawn by chance: few large and many small municipalities and themes,
 * nights and week-ends quieter than working days, and livelier than pure chance, since days differ
 * and messages answer one another.
 */
final class SimulatedRegion {
  /** A Monday, midnight in the region's zone. */
  static final Instant MONDAY = Instant.parse("2026-03-01T13:00:00Z");

  static final int HOURS_OF_WEEK = 168;
  private static final int ALL_THEMES = 24;
  private static final long HOUR_MILLIS = 3_600_000;

  private final Random random;
  private final Region region;
  private final double perDay;
  private final double[] placeShare;
  private final double[] themeShare;
  private final int[] themePeak;
  private long posts;

  /** One message of the simulation. */
  record Drawn(String id, Standing standing) {}

  SimulatedRegion(Region region, double perDay, long seed) {
    this(region, perDay, seed, ALL_THEMES, region.municipalities().size() + 1);
  }

  /** A region in which people of two municipalities, and of unknown ones, speak of one thing. */
  static SimulatedRegion ofOneTheme(Region region, double perDay, long seed) {
    return new SimulatedRegion(region, perDay, seed, 1, 3);
  }

  private SimulatedRegion(Region region, double perDay, long seed, int themes, int places) {
    this.region = region;
    this.perDay = perDay;
    this.random = new Random(seed);
    this.placeShare = shares(places, 1.2);
    this.themeShare = shares(themes, 0.9);
    this.themePeak = new int[themes];
    for (int theme = 0; theme < themes; theme++) {
      themePeak[theme] = 10 + random.nextInt(10);
    }
  }

  private static double[] shares(int count, double steepness) {
    double[] shares = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      shares[i] = Math.pow(i + 1, -steepness);
      sum += shares[i];
    }
    for (int i = 0; i < count; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /** Messages that a cell may expect in an hour, counted from {@link #MONDAY}. */
  double rate(int place, int theme, int hour) {
    int ofDay = Math.floorMod(hour, 24);
    int day = Math.floorMod(hour / 24, 7);
    double daily =
        ofDay < 7 ? 0.2 : 0.2 + 1.3 * Math.exp(-Math.pow((ofDay - themePeak[theme]) / 5.0, 2));
    double weekly = day >= 5 ? 0.7 : 1.1;
    return perDay / 24 * placeShare[place] * themeShare[theme] * daily / 0.62 * weekly;
  }

  @Nullable String place(int place) {
    return place == 0 ? null : region.municipalities().get(place - 1).name();
  }

  static String theme(int theme) {
    return "theme-" + theme;
  }

  /** Ordinary messages from one hour until before another, in order. */
  List<Drawn> ordinary(int fromHour, int toHour) {
    List<Drawn> drawn = new ArrayList<>();
    for (int theme = 0; theme < themeShare.length; theme++) {
      for (int place = 0; place < placeShare.length; place++) {
        double ofDay = 1;
        for (int hour = fromHour; hour < toHour; hour++) {
          if (hour % 24 == 0 || hour == fromHour) {
            ofDay = gamma(25);
          }
          int own = poisson(rate(place, theme, hour) * 0.9 * ofDay * gamma(20));
          for (int i = 0; i < own; i++) {
            Instant at = within(hour);
            drawn.add(post(place, theme, at));
            while (random.nextDouble() < 0.1) { // somebody answers
              drawn.add(post(place, theme, at.plusSeconds(random.nextInt(3_600))));
            }
          }
        }
      }
    }
    drawn.sort(Comparator.comparing(post -> post.standing().publishedAt()));
    return drawn;
  }

  /** So many more messages of a cell, spread over some hours. */
  List<Drawn> burst(int place, int theme, int fromHour, int hours, int messages) {
    List<Drawn> drawn = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      drawn.add(
          post(
              place,
              theme,
              start(fromHour).plusMillis((long) (random.nextDouble() * hours * HOUR_MILLIS))));
    }
    drawn.sort(Comparator.comparing(post -> post.standing().publishedAt()));
    return drawn;
  }

  static Instant start(int hour) {
    return MONDAY.plusMillis(hour * HOUR_MILLIS);
  }

  private Instant within(int hour) {
    return start(hour).plusMillis(1 + (long) (random.nextDouble() * (HOUR_MILLIS - 1)));
  }

  private Drawn post(int place, int theme, Instant at) {
    return new Drawn(
        "post-" + posts++,
        new Standing(place(place), theme(theme), at, true, 0, false, null, null, null, false));
  }

  int poisson(double mean) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** A gamma variable of mean 1 and variance 1 / shape: a sum of exponential ones. */
  private double gamma(int shape) {
    double sum = 0;
    for (int i = 0; i < shape; i++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum / shape;
  }
}
