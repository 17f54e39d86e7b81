package org.otklik.jobs.bursts;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.otklik.jobs.AlertEvent;
import org.otklik.models.bursts.BurstSettings;
import org.otklik.models.post.PostId;
import org.otklik.models.region.Region;

/**
 * Puts a burst into words and figures for staff.
 *
 * @param region the region
 * @param themeNames names of the themes by id
 * @param settings when a burst is severe
 */
record BurstEvent(Region region, Map<String, String> themeNames, BurstSettings settings)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int EXAMPLES = 3;
  private static final int URGENT = 2;
  private static final double ONE = 10;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd.MM HH:mm", Locale.ROOT);

  /**
   * @param theme id of the theme
   * @param place name of the municipality, empty where the place is unknown
   * @param start the hour in which it began
   */
  AlertEvent of(String theme, String place, Instant start, BurstWindow window) {
    int urgent = (int) window.posts().stream().filter(post -> post.urgency() >= URGENT).count();
    int count = window.posts().size();
    return new AlertEvent(
        PostId.of(
            "alerts/" + region.id(), AlertEvent.BURST + "|" + place + "|" + theme + "|" + start),
        AlertEvent.BURST,
        region.id(),
        start,
        place.isEmpty() ? null : place,
        theme,
        severity(count, urgent),
        summary(theme, place, start, window, urgent),
        examples(window.posts()),
        Map.of(
            "count", (double) count,
            "expected", window.expected(),
            "hours", (double) window.hours(),
            "tail", window.tail(),
            "urgency",
                (double) window.posts().stream().mapToInt(RecentPost::urgency).max().orElse(0)),
        Map.of());
  }

  private int severity(int count, int urgent) {
    return 1
        + (count >= settings.strongCount() ? 1 : 0)
        + (urgent > 0 && urgent >= settings.urgentShare() * count ? 1 : 0);
  }

  /** The most urgent, and the newest among equals. */
  private static List<String> examples(List<RecentPost> posts) {
    return posts.stream()
        .sorted(
            Comparator.comparingInt(RecentPost::urgency)
                .thenComparing(RecentPost::publishedAt)
                .thenComparing(RecentPost::id)
                .reversed())
        .limit(EXAMPLES)
        .map(RecentPost::id)
        .toList();
  }

  private String summary(
      String theme, String place, Instant start, BurstWindow window, int urgent) {
    ZoneId zone = region.timeZone();
    int count = window.posts().size();
    return String.format(
        Locale.ROOT,
        "Всплеск: %s, «%s»: %d %s за %d ч, обычно %s%s; с %s",
        place.isEmpty() ? "место неизвестно" : place,
        themeNames.getOrDefault(theme, theme),
        count,
        messages(count),
        window.hours(),
        usual(window.expected()),
        urgent == 0 ? "" : "; срочных " + urgent,
        TIME.format(start.atZone(zone)));
  }

  private static String usual(double expected) {
    double rounded = Math.round(expected * ONE) / ONE;
    return rounded == 0
        ? "меньше 0,1"
        : String.format(Locale.ROOT, "%.1f", rounded).replace('.', ',');
  }

  /** «1 сообщение, 2 сообщения, 5 сообщений». */
  private static String messages(int count) {
    int tens = count % 100;
    int ones = count % 10;
    if (tens >= 11 && tens <= 14 || ones == 0 || ones >= 5) {
      return "сообщений";
    }
    return ones == 1 ? "сообщение" : "сообщения";
  }
}
