package org.otklik.jobs.channel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date that a record states.
 *
 * @param field the field that states it, as reasons name it
 * @param at the instant; for a whole day its first one
 */
record NativeDate(String field, Instant at) {
  private static final Instant EPOCH_DAYS_END =
      LocalDate.of(1970, 1, 3).atStartOfDay().toInstant(ZoneOffset.UTC);

  /**
   * A date of editing, or null when it says "never": some sources write 0, or the beginning of 1970
   * in their own time zone.
   */
  static @Nullable NativeDate ofEdit(String field, @Nullable Instant at) {
    return at == null || at.isBefore(EPOCH_DAYS_END) ? null : new NativeDate(field, at);
  }
}
