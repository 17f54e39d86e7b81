package org.otklik.jobs.webhook;

/** A webhook whose signature or age is not right; the message says what is wrong. */
public final class UnverifiedWebhook extends Exception {
  private static final long serialVersionUID = 1L;

  UnverifiedWebhook(String message, Throwable cause) {
    super(message, cause);
  }
}
