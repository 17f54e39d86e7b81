package org.otklik.models.place;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a community's home: how many of its placed posts lie in each municipality. Older
 * posts count less: half as much after {@link #HALF_LIFE_MILLIS}, so that a community may move.
 *
 * @param weights decayed count by municipality, as of the newest post
 * @param newestMillis when the newest counted post was published, epoch milliseconds
 */
public record CommunityHome(Map<String, Double> weights, long newestMillis) {
  /** Ninety days. */
  public static final long HALF_LIFE_MILLIS = 90L * 24 * 60 * 60 * 1000;

  /** Placed posts that must agree: eight, some of them days old and so counted in part. */
  public static final double ENOUGH_POSTS = 7.5;

  /** Share of the placed posts that must agree. */
  public static final double ENOUGH_SHARE = 0.8;

  /** A municipality that counts less than this is forgotten. */
  private static final double FORGOTTEN = 0.05;

  /** A community of which nothing is known. */
  public static final CommunityHome UNKNOWN = new CommunityHome(Map.of(), 0);

  public CommunityHome {
    weights = new HashMap<>(weights);
  }

  /**
   * With one more placed post; posts may come in any order.
   *
   * @param municipality where it is
   * @param publishedMillis when it was published, epoch milliseconds
   */
  public CommunityHome plus(String municipality, long publishedMillis) {
    long newest = weights.isEmpty() ? publishedMillis : Math.max(newestMillis, publishedMillis);
    double older = remaining(newest - newestMillis);
    Map<String, Double> counted = new HashMap<>();
    weights.forEach(
        (name, weight) -> {
          if (weight * older >= FORGOTTEN) {
            counted.put(name, weight * older);
          }
        });
    counted.merge(municipality, remaining(newest - publishedMillis), Double::sum);
    return new CommunityHome(counted, newest);
  }

  private static double remaining(long ageMillis) {
    return Math.pow(0.5, (double) ageMillis / HALF_LIFE_MILLIS);
  }

  /**
   * The home, when at least eight placed posts agree and make four fifths of all. Its confidence is
   * (agreeing + 1) / (placed + 2), Laplace's rule: 0.9 for eight of eight, 0.98 for a hundred of a
   * hundred.
   */
  public Optional<LearnedHome> learned() {
    String best = "";
    double most = 0;
    double all = 0;
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      all += entry.getValue();
      if (entry.getValue() > most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return most >= ENOUGH_POSTS && most >= ENOUGH_SHARE * all
        ? Optional.of(new LearnedHome(best, (most + 1) / (all + 2)))
        : Optional.empty();
  }
}
