package org.otklik.local.stack;

/**
 * Hears what is being done now, one short line at a time, for example to print it; may be called by
 * several threads.
 */
@FunctionalInterface
public interface Progress {

  /**
   * @param what the step that begins now, in lower case and without a full stop
   */
  void doing(String what);

  /** Hears nothing. */
  static Progress silent() {
    return what -> {};
  }
}
