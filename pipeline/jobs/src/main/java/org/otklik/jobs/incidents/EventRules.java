package org.otklik.jobs.incidents;

import java.io.IOException;
import java.nio.file.Path;
import org.otklik.jobs.settings.SettingsFile;

/**
 * What of all that happens is worth telling: what stands in {@code config/events.yaml}.
 *
 * @param urgencyLevel from which urgency on a message is an event, 1 to 3
 * @param oldestDays nothing is told that is older than so many days
 */
public record EventRules(int urgencyLevel, int oldestDays) {

  /**
   * Reads {@code events.yaml}.
   *
   * @param configuration the folder {@code config}
   * @throws IOException when it can't be read
   * @throws IllegalArgumentException when it is missing or wrong: one line per fault
   */
  public static EventRules read(Path configuration) throws IOException {
    return SettingsFile.read(configuration, "events", EventRules.class);
  }
}
