package org.otklik.jobs.alerts;

import java.io.Closeable;
import java.io.Serializable;
import java.util.function.Consumer;
import org.otklik.jobs.webhook.Answer;

/** Carries notices to the recipients; never waits. */
public interface Courier extends Closeable {
  /**
   * Begins an attempt and returns at once.
   *
   * @param recipient id of a recipient that has an address
   * @param whenDone hears the answer, in another thread
   */
  void send(String recipient, String webhookId, byte[] cloudEvent, Consumer<Answer> whenDone);

  /** Makes the courier of a subtask. */
  @FunctionalInterface
  interface Factory extends Serializable {
    Courier open();
  }
}
