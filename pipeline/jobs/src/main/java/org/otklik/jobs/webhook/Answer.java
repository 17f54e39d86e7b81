package org.otklik.jobs.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request.
 *
 * @param startedAt when the request was begun
 * @param status the answer's HTTP status; null when there was no whole answer
 * @param error why there was none; null when there was
 * @param retryAfter the answer's header {@code Retry-After}, as received; see {@link RetryAfter}
 */
public record Answer(
    Instant startedAt,
    @Nullable Integer status,
    @Nullable String error,
    @Nullable String retryAfter) {
  private static final int GONE = 410;

  /** An answer with that status. */
  public static Answer of(Instant startedAt, int status, @Nullable String retryAfter) {
    return new Answer(startedAt, status, null, retryAfter);
  }

  /** No answer. */
  public static Answer failed(Instant startedAt, String error) {
    return new Answer(startedAt, null, error, null);
  }

  /** True for a status of 200 to 299 and nothing else. */
  public boolean accepted() {
    return status != null && status / 100 == 2;
  }

  /** True when the receiver wants no more webhooks, ever. */
  public boolean gone() {
    return status != null && status == GONE;
  }
}
