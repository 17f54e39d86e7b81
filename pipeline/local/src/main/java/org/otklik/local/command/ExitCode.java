package org.otklik.local.command;

/** How a command ends; 0 is done. */
public final class ExitCode {
  /** Something failed that is not the caller's fault. */
  public static final int FAILED = 1;

  /** The arguments or the input are wrong: the message says what to do. */
  public static final int WRONG_INPUT = 2;

  private ExitCode() {}
}
