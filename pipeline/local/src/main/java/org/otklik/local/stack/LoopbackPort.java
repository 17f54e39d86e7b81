package org.otklik.local.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds and checks TCP ports of the loopback address. */
final class LoopbackPort {
  static final String ADDRESS = "127.0.0.1";

  // Below the ports that operating systems give to outgoing connections (32768 and up), so that
  // none of those takes the port
  // between the moment it is found and the moment the server listens on it.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 200;

  /** Found earlier by this process: those servers may not listen yet. */
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private LoopbackPort() {}

  /** A port on which nobody listens now; never the same twice. */
  static int free() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port) && GIVEN.add(port)) {
        return port;
      }
    }
    throw new StackException(
        "no free port was found between %d and %d: name one in the settings"
            .formatted(LOWEST, HIGHEST));
  }

  /**
   * Checks that a port can be listened on.
   *
   * @param port 0 is always free
   * @param part who needs it, for the message
   * @param option the command line's option that chooses another, for the message
   * @throws StackException if another program listens on it
   */
  static void requireFree(int port, String part, String option) {
    if (port != 0 && !isFree(port)) {
      throw new StackException(
          "port %d for %s is taken: stop the program that listens there, or choose another with %s (0 = any free port)"
              .formatted(port, part, option));
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // Connections of an earlier run that linger in TIME_WAIT are no reason to refuse.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(ADDRESS, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
