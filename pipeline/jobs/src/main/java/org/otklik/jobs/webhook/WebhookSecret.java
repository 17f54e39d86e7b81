package org.otklik.jobs.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What sender and receiver of webhooks share: signs what is sent, verifies what was received. Its
 * {@link #toString} does not tell it.
 */
public final class WebhookSecret implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What a secret begins with, so that people know what they look at. */
  public static final String PREFIX = Webhook.SECRET_PREFIX;

  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;

  private final String text;

  private WebhookSecret(String text) {
    this.text = text;
  }

  /**
   * The secret that is written so: {@code whsec_} and 24 to 64 bytes in base64.
   *
   * @throws IllegalArgumentException when it is none; the message does not tell it
   */
  public static WebhookSecret of(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a webhook's secret begins with " + PREFIX);
    }
    int bytes;
    try {
      bytes = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("behind " + PREFIX + " stands no base64");
    }
    if (bytes < LEAST_BYTES || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a webhook's secret has 24 to 64 bytes in base64, this one has " + bytes);
    }
    return new WebhookSecret(text);
  }

  /** A new secret. */
  public static WebhookSecret random() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key));
  }

  /** The secret as it stands in an environment variable. */
  public String text() {
    return text;
  }

  /**
   * The value of the header {@code webhook-signature}.
   *
   * @param timestamp of the attempt, in seconds since 1970
   */
  String sign(String webhookId, long timestamp, String payload) {
    try {
      return new Webhook(text).sign(webhookId, timestamp, payload);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  /**
   * Verifies what was received: signature and age, which is five minutes at most.
   *
   * @param payload the body as received
   * @param headers the request's headers
   * @throws UnverifiedWebhook when it can't be trusted
   */
  public void verify(String payload, Map<String, List<String>> headers) throws UnverifiedWebhook {
    try {
      new Webhook(text).verify(payload, headers);
    } catch (WebhookVerificationException e) {
      throw new UnverifiedWebhook(e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
