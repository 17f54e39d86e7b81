package org.otklik.local.kibana;

import java.io.IOException;

/**
 * Kibana can't be reached, or does not take what it is given. The message is for the operator: it
 * names the address, quotes Kibana's own reason and says what to do.
 */
public final class KibanaFailure extends IOException {
  private static final long serialVersionUID = 1L;

  KibanaFailure(String message) {
    super(message);
  }

  KibanaFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
