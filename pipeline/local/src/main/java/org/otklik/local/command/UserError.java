package org.otklik.local.command;

/**
 * The caller can mend it: wrong arguments, a missing file, bad input. The message says what to do.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
