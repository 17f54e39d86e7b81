package org.otklik.local.stack;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user under whom a child server runs: this process's own, unless that is root, whom
 * Elasticsearch refuses. Root's servers run as {@code nobody} (65534), and their files are given to
 * that user.
 */
final class ServerUser {
  private static final int NOBODY = 65_534;
  private static final String NOBODY_NAME = "nobody";

  private final List<String> prefix;
  private final boolean changed;

  private ServerUser(List<String> prefix, boolean changed) {
    this.prefix = prefix;
    this.changed = changed;
  }

  /**
   * @throws StackException if this process is root's and no program is installed that starts
   *     another as an ordinary user
   */
  static ServerUser current() {
    if (ownUid() != 0) {
      return new ServerUser(List.of(), false);
    }
    String path = System.getenv().getOrDefault("PATH", "");
    return droppingRoot(
        Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/sbin"))
            .toList());
  }

  /**
   * @param searchPath the folders in which the programs that change the user are looked for
   */
  static ServerUser droppingRoot(List<String> searchPath) {
    for (String program : List.of("setpriv", "runuser", "su")) {
      for (String folder : searchPath) {
        Path file = Path.of(folder, program);
        if (!folder.isEmpty() && Files.isExecutable(file)) {
          return new ServerUser(dropWith(program, file.toString()), true);
        }
      }
    }
    throw new StackException(
        "Elasticsearch refuses to run as root, and none of setpriv, runuser and su is installed to start it as another user:"
            + " install the package util-linux, or start Otklik as an ordinary user");
  }

  private static List<String> dropWith(String program, String file) {
    return switch (program) {
      case "setpriv" ->
          List.of(
              file, "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--inh-caps=-all");
      case "runuser" -> List.of(file, "-u", NOBODY_NAME, "--");
      default -> List.of(file, "-s", "/bin/bash", NOBODY_NAME, "-c", "exec \"$0\" \"$@\"", "--");
    };
  }

  /** The number of the user of this process; 0 is root. */
  static long ownUid() {
    // The JDK's own answer (UnixSystem) is 0 for a user without an entry in /etc/passwd, which is
    // common in containers.
    try {
      Process bash = new ProcessBuilder("bash", "-c", "echo $EUID").start();
      return Long.parseLong(
          new String(bash.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      throw noBash(e);
    }
  }

  private static StackException noBash(IOException e) {
    return new StackException(
        "bash, which starts Elasticsearch, can't be run: " + e.getMessage(), e);
  }

  /** The command that runs the given one as this user. */
  List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /**
   * Lets this user enter and read a folder of this process's own, whatever the umask made of it.
   */
  void letIn(Path folder) throws IOException {
    if (changed) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Gives the folder with all that it holds to this user. */
  void own(Path folder) throws IOException {
    if (changed) {
      FolderTree.giveTo(folder, NOBODY, NOBODY);
    }
  }

  /**
   * Whether this user can read the folder; asked of the system itself, for rights are more than
   * their nine bits.
   */
  boolean canEnter(Path folder) {
    return succeeds("cd \"$1\" && [[ -r . ]]", folder);
  }

  /** Whether this user can run the program. */
  boolean canRun(Path program) {
    return succeeds("[[ -x \"$1\" ]]", program);
  }

  private boolean succeeds(String test, Path path) {
    try {
      Process process =
          new ProcessBuilder(command(List.of("bash", "-c", test, "bash", path.toString())))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              // The folder this program runs in may be closed to that user.
              .directory(new File("/"))
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      throw new StackException(
          "bash, which starts Elasticsearch, can't be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while starting Elasticsearch", e);
    }
  }

  /** For messages. */
  @Override
  public String toString() {
    return changed ? "the user " + NOBODY_NAME : "this user";
  }
}
