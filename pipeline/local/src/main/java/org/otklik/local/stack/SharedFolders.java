package org.otklik.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds folders that both this process and the server's user can reach: as a rule where this user
 * keeps such things, but root's home is closed to others, and what root starts as another user must
 * then live in the system's places.
 */
final class SharedFolders {
  private final ServerUser user;
  private final List<Path> caches;
  private final List<Path> data;

  /**
   * @param caches candidates for the cache, the best first
   * @param data candidates for data that can't lie in the stack's folder, the best first
   */
  SharedFolders(ServerUser user, List<Path> caches, List<Path> data) {
    this.user = user;
    this.caches = caches;
    this.data = data;
  }

  static SharedFolders of(ServerUser user, Map<String, String> environment) {
    String named = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path own =
        named.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return new SharedFolders(
        user,
        List.of(
            own.resolve("otklik"),
            Path.of("/var/cache/otklik"),
            temporary.resolve("otklik-cache-" + ServerUser.ownUid())),
        List.of(
            Path.of("/var/lib/otklik"), temporary.resolve("otklik-data-" + ServerUser.ownUid())));
  }

  /** The folder for what is unpacked once; it exists when this returns. */
  Path cache() {
    return first(
        caches,
        "no folder was found to unpack Elasticsearch into: set XDG_CACHE_HOME to one that %s can read");
  }

  /**
   * The folder for data of servers whose user can't enter the stack's own folder; it exists when
   * this returns.
   */
  Path data() {
    return first(
        data,
        "no folder was found for Elasticsearch's data: choose one with --folder that %s can enter");
  }

  private Path first(List<Path> candidates, String message) {
    return candidates.stream()
        .filter(folder -> exists(folder) && isOursAlone(folder) && user.canEnter(folder))
        .findFirst()
        .orElseThrow(() -> new StackException(message.formatted(user)));
  }

  private static boolean exists(Path folder) {
    if (Files.isDirectory(folder)) {
      return true;
    }
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      return true;
    } catch (IOException notHere) {
      return false;
    }
  }

  /** Programs are run from it, so nobody else may be able to put them there. */
  private static boolean isOursAlone(Path folder) {
    try {
      Object owner = Files.getAttribute(folder, "unix:uid");
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
      return Files.isWritable(folder)
          && owner instanceof Number uid
          && uid.longValue() == ServerUser.ownUid()
          && !rights.contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
