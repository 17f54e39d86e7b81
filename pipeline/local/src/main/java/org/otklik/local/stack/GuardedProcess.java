package org.otklik.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A child process, with its own children, that does not outlive this one: it ends when this process
 * ends, be it by SIGKILL.
 *
 * <p>Between the two stands the shell script {@code guard.sh}, which reads a pipe that only this
 * process holds open.
 */
final class GuardedProcess {
  private static final Duration FORCED_AFTER = Duration.ofSeconds(5);

  private final Process process;
  private final Duration grace;
  private final Set<ProcessHandle> family = ConcurrentHashMap.newKeySet();

  private GuardedProcess(Process process, Duration grace) {
    this.process = process;
    this.grace = grace;
  }

  /**
   * @param command the program and its arguments
   * @param user who runs it
   * @param folder its working folder
   * @param environment its whole environment: nothing is inherited
   * @param output the file that takes its output, replaced when it exists
   * @param grace how long it may take to stop when asked, in whole seconds; then it is killed
   */
  static GuardedProcess start(
      List<String> command,
      ServerUser user,
      Path folder,
      Map<String, String> environment,
      Path output,
      Duration grace)
      throws IOException {
    List<String> guarded =
        Stream.concat(
                Stream.of("bash", "-c", script(), "guard", Long.toString(grace.toSeconds())),
                command.stream())
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(user.command(guarded))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    GuardedProcess started = new GuardedProcess(builder.start(), grace);
    // Only has work when somebody killed the guard itself.
    started.process.onExit().thenRun(started::killFamily);
    return started;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits for its end.
   *
   * @return whether it has ended; false when the time is over
   */
  boolean awaitExit(Duration limit) throws InterruptedException {
    process.descendants().forEach(family::add);
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Asks it to stop and waits until it, and all that it started, is gone; kills what does not go in
   * its time of grace.
   */
  void stop() {
    end("");
  }

  /** Kills it, with all that it started, without asking (SIGKILL), and waits until it is gone. */
  void kill() {
    end("kill\n");
  }

  private void end(String word) {
    try {
      if (tell(word) && awaitExit(grace.plus(FORCED_AFTER))) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(family::add);
    process.destroyForcibly();
    killFamily();
  }

  private boolean tell(String word) {
    try (OutputStream pipe = process.getOutputStream()) {
      pipe.write(word.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException guardIsGone) {
      return !process.isAlive();
    }
    return true;
  }

  private void killFamily() {
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private static String script() throws IOException {
    try (InputStream resource = GuardedProcess.class.getResourceAsStream("guard.sh")) {
      if (resource == null) {
        throw new IllegalStateException("guard.sh is missing from the jar");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
