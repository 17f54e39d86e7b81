package org.otklik.jobs.spread;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.otklik.jobs.settings.SettingsFile;

/**
 * From when on spread is an event: what stands in {@code config/spread.yaml}.
 *
 * @param sudden what counts as sudden spread
 * @param afterRefutation when a claim counts as spread again after its refutation
 */
public record SpreadRules(SuddenSpread sudden, SpreadAfterRefutation afterRefutation)
    implements Serializable {

  /**
   * Reads {@code spread.yaml}.
   *
   * @param configuration the folder {@code config}
   * @throws IOException when it can't be read
   * @throws IllegalArgumentException when it is missing or wrong: one line per fault
   */
  public static SpreadRules read(Path configuration) throws IOException {
    return SettingsFile.read(configuration, "spread", SpreadRules.class);
  }
}
