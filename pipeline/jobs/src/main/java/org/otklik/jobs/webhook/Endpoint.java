package org.otklik.jobs.webhook;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * Where webhooks are sent to.
 *
 * @param address an http or https address; it may hold a token, and is not told in messages
 * @param secret signs what is sent there
 * @param allowPrivate whether the address may be inside our own network; see {@link
 *     PublicAddresses}
 * @param parallel how many requests may run at once, at least 1
 * @param connectTimeout how long making a connection may take
 * @param requestTimeout how long a request may take as a whole, its answer's body included
 */
public record Endpoint(
    URI address,
    WebhookSecret secret,
    boolean allowPrivate,
    int parallel,
    Duration connectTimeout,
    Duration requestTimeout)
    implements Serializable {

  public Endpoint {
    requireAddress(address);
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one request must be allowed to run");
    }
  }

  /**
   * Checks that webhooks can be sent to an address.
   *
   * @throws IllegalArgumentException when not; the message says why
   */
  public static void requireAddress(URI address) {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("an address begins with https:// or http://");
    }
    if (address.getRawUserInfo() != null) {
      throw new IllegalArgumentException("an address may not hold a user or password");
    }
    if (address.getHost() == null) {
      throw new IllegalArgumentException("the address names no host");
    }
  }

  @Override
  public String toString() {
    return "endpoint at " + address.getHost();
  }
}
