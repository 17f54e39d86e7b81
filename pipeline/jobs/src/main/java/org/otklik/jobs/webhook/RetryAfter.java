package org.otklik.jobs.webhook;

import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds, or an HTTP date (RFC 9110, 10.2.3). */
public final class RetryAfter {
  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /**
   * The instant before which the server does not want to be asked again; empty when it says none.
   */
  public static Optional<Instant> instant(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String value = header.strip();
    if (value.matches("[0-9]+")) {
      String seconds = value.length() > MOST_DIGITS ? "999999999" : value;
      return Optional.of(now.plusSeconds(Long.parseLong(seconds)));
    }
    return Optional.ofNullable(DateUtils.parseStandardDate(value));
  }
}
