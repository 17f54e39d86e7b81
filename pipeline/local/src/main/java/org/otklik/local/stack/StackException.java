package org.otklik.local.stack;

/**
 * A part of the stack can't start or work; the message says why and what the reader can do about
 * it.
 */
public final class StackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackException(String message) {
    super(message);
  }

  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
