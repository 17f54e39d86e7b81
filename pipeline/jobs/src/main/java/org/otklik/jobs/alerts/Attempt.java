package org.otklik.jobs.alerts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.webhook.Answer;

/**
 * One attempt to deliver.
 *
 * @param at when it was begun
 * @param status the HTTP status of the answer; null when there was none
 * @param error why there was none
 */
public record Attempt(Instant at, @Nullable Integer status, @Nullable String error) {
  static Attempt of(Answer answer) {
    return new Attempt(
        answer.startedAt().truncatedTo(ChronoUnit.MILLIS), answer.status(), answer.error());
  }

  String outcome() {
    return status == null ? String.valueOf(error) : "status " + status;
  }
}
