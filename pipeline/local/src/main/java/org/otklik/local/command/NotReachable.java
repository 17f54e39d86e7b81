package org.otklik.local.command;

/** A server of the stack does not answer, or refuses. The message says where to look. */
final class NotReachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotReachable(String message, Throwable cause) {
    super(message, cause);
  }
}
