package org.otklik.jobs.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.webhook.Answer;

/** A courier whose requests end when a test says so. */
final class FakeCourier implements Courier {
  record Sent(String recipient, String webhookId, byte[] cloudEvent, Consumer<Answer> whenDone) {}

  final List<Sent> sent = new ArrayList<>();
  private int answered;

  @Override
  public void send(
      String recipient, String webhookId, byte[] cloudEvent, Consumer<Answer> whenDone) {
    sent.add(new Sent(recipient, webhookId, cloudEvent, whenDone));
  }

  /** Answers the oldest request that has no answer yet. */
  void answer(int status, @Nullable String retryAfter) {
    sent.get(answered++).whenDone().accept(Answer.of(Instant.EPOCH, status, retryAfter));
  }

  void answer(int status) {
    answer(status, null);
  }

  void fail(String error) {
    sent.get(answered++).whenDone().accept(Answer.failed(Instant.EPOCH, error));
  }

  @Override
  public void close() {}
}
