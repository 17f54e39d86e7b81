package org.otklik.jobs.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the delivery of a notice has come; as long as it is neither delivered nor given up.
 *
 * @param notice what is delivered to whom
 * @param attempts the attempts that have ended
 * @param nextAttemptAt when the next one is due
 * @param inFlight whether it has begun; it begins anew when the job was restarted meanwhile
 * @param version of the document in the index
 */
public record Delivery(
    Notice notice, List<Attempt> attempts, Instant nextAttemptAt, boolean inFlight, long version) {

  public Delivery {
    attempts = List.copyOf(attempts);
  }

  Delivery begun() {
    return new Delivery(notice, attempts, nextAttemptAt, true, version);
  }

  Delivery ended(Attempt attempt) {
    List<Attempt> all = new ArrayList<>(attempts);
    all.add(attempt);
    return new Delivery(notice, all, nextAttemptAt, false, version);
  }

  Delivery dueAt(Instant next) {
    return new Delivery(notice, attempts, next, false, version);
  }

  /** The version grows with every change, and is later than any that a lost attempt has written. */
  Delivery changedAt(long millis) {
    return new Delivery(notice, attempts, nextAttemptAt, inFlight, Math.max(version + 1, millis));
  }
}
