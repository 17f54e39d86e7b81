package org.otklik.jobs.alerts;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.otklik.jobs.AlertEvent;

/**
 * Which events are told to whom; each key is explained in {@code config/alerts.yaml}.
 *
 * @param id the rule's name in the index
 * @param kinds kinds of events; empty for all
 * @param themes ids of themes; empty for all, and for events without one
 * @param municipalities names of municipalities; empty for all, and for events without one
 * @param minimumSeverity the least severity, 1 to 3
 * @param to ids of recipients, or {@link #BLOCK_LEAD}
 * @param throttle how often at most
 */
public record AlertRule(
    String id,
    List<String> kinds,
    List<String> themes,
    List<String> municipalities,
    int minimumSeverity,
    List<String> to,
    Throttle throttle)
    implements Serializable {

  /** Stands for the lead of the sector block that answers for the event's theme. */
  public static final String BLOCK_LEAD = "block-lead";

  public AlertRule {
    kinds = copy(kinds);
    themes = copy(themes);
    municipalities = copy(municipalities);
    minimumSeverity = Math.max(1, minimumSeverity);
    to = copy(to);
    throttle = throttle == null ? Throttle.NONE : throttle;
  }

  private static List<String> copy(List<String> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  /**
   * At most one alert in so many hours of event time, for each kind × recipient × what it is about;
   * see {@link Notice#throttleKey}.
   *
   * @param hours the hours; 0 for no limit
   * @param exceptSeverity events of this severity or more are always told; 0 for none
   */
  public record Throttle(double hours, int exceptSeverity) implements Serializable {
    static final Throttle NONE = new Throttle(0, 0);

    /** The time for which an event silences its like, in milliseconds; 0 when it is always told. */
    long millisFor(int severity) {
      return exceptSeverity > 0 && severity >= exceptSeverity
          ? 0
          : Math.round(hours * 60 * 60 * 1000);
    }
  }

  /** Whether the rule takes an event. */
  public boolean takes(AlertEvent event) {
    return (kinds.isEmpty() || kinds.contains(event.kind()))
        && (themes.isEmpty() || (event.theme() != null && themes.contains(event.theme())))
        && (municipalities.isEmpty()
            || (event.municipality() != null && municipalities.contains(event.municipality())))
        && event.severity() >= minimumSeverity;
  }

  /**
   * Ids of the recipients of an event.
   *
   * @param leads ids of the recipients that lead the block of a theme, by the theme's id
   */
  public Set<String> recipients(AlertEvent event, Map<String, List<String>> leads) {
    Set<String> recipients = new TreeSet<>();
    for (String recipient : to) {
      if (!recipient.equals(BLOCK_LEAD)) {
        recipients.add(recipient);
      } else if (event.theme() != null) {
        recipients.addAll(leads.getOrDefault(event.theme(), List.of()));
      }
    }
    return recipients;
  }
}
